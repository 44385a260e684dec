"""The words of `every_kind` in Arabic, as its translator would write them."""

from __future__ import annotations

ARABIC = {
    "About your way through the city": "عن تنقلك في المدينة",
    "Everyday ways count, not holidays.": "المقصود تنقل كل يوم لا العطلات.",
    "How do you travel on most days?": "كيف تتنقل في معظم الأيام؟",
    "The longest part of the way counts": "المقصود أطول جزء من الطريق",
    "On foot": "سيراً على الأقدام",
    "By bicycle": "بالدراجة",
    "By tram or bus": "بالترام أو الحافلة",
    "By car": "بالسيارة",
    "I do not leave the house": "لا أغادر المنزل",
    "What would help you most?": "ما الذي يفيدك أكثر؟",
    "Wider pavements": "أرصفة أوسع",
    "More trams": "مزيد من الترام",
    "Bicycle lanes": "مسارات للدراجات",
    "Benches": "مقاعد",
    "Trees": "أشجار",
    "Pictures": "صور",
    "Which bench do you like best?": "أي مقعد يعجبك أكثر؟",
    "Of wood": "من خشب",
    "Of steel": "من فولاذ",
    "Of stone": "من حجر",
    "Which trees should stand beside it?": "أي أشجار تريد بجانبه؟",
    "Lime": "زيزفون",
    "Maple": "قيقب",
    "Plane": "دلب",
    "Your opinion": "رأيك",
    "How clean was your street this week?": "ما مدى نظافة شارعك هذا الأسبوع؟",
    "Very dirty": "متسخ جداً",
    "Dirty": "متسخ",
    "Neither": "متوسط",
    "Clean": "نظيف",
    "Very clean": "نظيف جداً",
    "How do you find the park?": "كيف تجد الحديقة؟",
    "How are the playgrounds?": "كيف هي الملاعب؟",
    "Very poor": "سيئ جداً",
    "Poor": "سيئ",
    "Good": "جيد",
    "Very good": "جيد جداً",
    "How likely are you to recommend the library to a neighbour?": "ما احتمال أن توصي جارك بالمكتبة؟",
    "Not at all likely": "لا احتمال مطلقاً",
    "Extremely likely": "محتمل للغاية",
    "Have you visited a library this month?": "هل زرت مكتبة هذا الشهر؟",
    "What kept you away?": "ما الذي منعك؟",
    "Comparing": "مقارنة",
    "How good are these on your street?": "ما جودة هذه الأشياء في شارعك؟",
    "Lighting": "الإنارة",
    "Pavement": "الرصيف",
    "Places to rest in the shade": "أماكن للراحة في الظل",
    "Bad": "رديء",
    "Fair": "مقبول",
    "What should come first?": "ما الذي يجب أن يأتي أولاً؟",
    "Lights": "مصابيح",
    "Water": "ماء",
    "In your own words": "بكلماتك",
    "How far is it to the nearest stop?": "كم تبعد أقرب محطة؟",
    "A guess is enough": "يكفي التقدير",
    "km": "كم",
    "How many people live with you?": "كم شخصاً يعيش معك؟",
    "When did you last use the night bus?": "متى استخدمت حافلة الليل آخر مرة؟",
    "What should we know about going {travel}?": "ماذا يجب أن نعرف عن التنقل {travel}؟",
    "What would you change about the plan?": "ماذا تغير في الخطة؟",
    "What should stay as it is in the plan?": "ما الذي يجب أن يبقى في الخطة؟",
    "The place": "المكان",
    "Where should the new park be?": "أين يجب أن تكون الحديقة الجديدة؟",
    "Roughly": "تقريباً",
    "What happens next": "ماذا بعد",
    "The department may use my answers to plan the new park.": (
        "يجوز للإدارة أن تستخدم إجاباتي لتخطيط الحديقة الجديدة."
    ),
    "<p>The council decides in spring.</p><ul><li>All plans are shown.</li></ul>": (
        "<p>يقرر المجلس في الربيع.</p><ul><li>تُعرض كل الخطط.</li></ul>"
    ),
}


def in_arabic(value):
    """Stream data with every text of `every_kind` in Arabic; codes and ids stay."""
    if isinstance(value, list):
        return [in_arabic(each) for each in value]
    if isinstance(value, dict):
        return {name: in_arabic(each) for name, each in value.items()}
    return ARABIC.get(value, value) if isinstance(value, str) else value

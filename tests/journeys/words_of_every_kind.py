"""A survey with every kind of question, in the words of three languages: English → (Spanish, Arabic)."""

from __future__ import annotations

WORDS = {
    "The park by the river": ("El parque junto al río", "الحديقة عند النهر"),
    "We read every answer.": ("Leemos cada respuesta.", "نقرأ كل إجابة."),
    "Your way here": ("Su camino", "طريقك إلى هنا"),
    "How do you come here?": ("¿Cómo viene aquí?", "كيف تأتي إلى هنا؟"),
    "On foot": ("A pie", "سيراً"),
    "By tram": ("En tranvía", "بالترام"),
    "What would help?": ("¿Qué ayudaría?", "ما الذي يساعد؟"),
    "More trams": ("Más tranvías", "ترامات أكثر"),
    "Benches": ("Bancos", "مقاعد"),
    "Which line do you take?": ("¿Qué línea toma?", "أي خط تأخذ؟"),
    "Your view": ("Su opinión", "رأيك"),
    "Which bench is best?": ("¿Qué banco es mejor?", "أي مقعد أفضل؟"),
    "Of wood": ("De madera", "من خشب"),
    "Of steel": ("De acero", "من فولاذ"),
    "Do you have a garden?": ("¿Tiene jardín?", "هل لديك حديقة منزلية؟"),
    "How do you find the park?": ("¿Qué le parece el parque?", "كيف تجد الحديقة العامة؟"),
    "Very dissatisfied": ("Muy insatisfecho", "غير راضٍ أبداً"),
    "Dissatisfied": ("Insatisfecho", "غير راضٍ"),
    "Neither": ("Ni lo uno ni lo otro", "لا هذا ولا ذاك"),
    "Satisfied": ("Satisfecho", "راضٍ"),
    "Very satisfied": ("Muy satisfecho", "راضٍ جداً"),
    "Would you come again?": ("¿Volvería?", "هل ستأتي مرة أخرى؟"),
    "Not at all likely": ("Nada probable", "غير محتمل أبداً"),
    "Extremely likely": ("Muy probable", "محتمل جداً"),
    "How good are these?": ("¿Qué tal están?", "ما رأيك في هذه؟"),
    "Lights": ("Luces", "الأضواء"),
    "Paths": ("Caminos", "الممرات"),
    "Bad": ("Mal", "سيئ"),
    "Good": ("Bien", "جيد"),
    "What should come first?": ("¿Qué va primero?", "ما الذي يأتي أولاً؟"),
    "Trees": ("Árboles", "أشجار"),
    "Water": ("Agua", "ماء"),
    "Your household": ("Su hogar", "بيتك"),
    "How many live with you?": ("¿Cuántos viven con usted?", "كم شخصاً يسكن معك؟"),
    "When were you last here?": ("¿Cuándo estuvo aquí?", "متى كنت هنا آخر مرة؟"),
    "What should we know?": ("¿Qué debemos saber?", "ماذا يجب أن نعرف؟"),
    "Where should the fountain be?": ("¿Dónde debe estar la fuente?", "أين تكون النافورة؟"),
    "What happens next": ("Qué pasa después", "ماذا بعد"),
    "The council decides in spring.": ("El consejo decide en primavera.", "يقرر المجلس في الربيع."),
    "Parks may use my answers.": ("Parques puede usar mis respuestas.", "يجوز للحدائق استخدام إجاباتي."),
}


def said(language, english):
    """The words of the survey in `language`."""
    return english if language == "en" else WORDS[english][("es", "ar").index(language)]

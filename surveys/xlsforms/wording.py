"""What is said about a form to the person who brought it, in the language of the moment."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.import_wording import quoted
from surveys.xlsforms.reports import Fault, NotTaken, Place, Reason, Wrong

LONGEST_QUOTE = 120

REASONS = {
    Reason.SHEET: gettext_lazy("The sheet is not read: it belongs to no question here."),
    Reason.BELOW_GAP: gettext_lazy(
        "Rows down to this one are not read: more than sixty empty rows stand above them."
    ),
    Reason.UNKNOWN_COLUMN: gettext_lazy("The column is not read: nothing here corresponds to it."),
    Reason.COLUMN: gettext_lazy("Nothing here corresponds to this setting of a question."),
    Reason.SETTING: gettext_lazy("Nothing here corresponds to this setting of a form."),
    Reason.LANGUAGE: gettext_lazy("The city does not speak this language, or its column stands there twice."),
    Reason.LANGUAGE_TAKEN_FOR: gettext_lazy(
        "The city speaks none of the form’s languages. The words of this one stand on the page in %(language)s."
    ),
    Reason.OTHER_LANGUAGE: gettext_lazy(
        "The survey’s language has no words here. Those of another stand in their place: %(language)s"
    ),
    Reason.NO_SOURCE: gettext_lazy("The survey’s language has no words here that these could translate."),
    Reason.KIND: gettext_lazy("There is no such kind of question here: %(type)s"),
    Reason.DEVICE: gettext_lazy("The portal records nothing about people and their devices."),
    Reason.CALCULATION: gettext_lazy("The portal calculates nothing from answers while they are given."),
    Reason.OUTSIDE: gettext_lazy("Its answers stand outside of the form, or on a sheet that is not read."),
    Reason.NO_WORDS: gettext_lazy("It has no words; its name stands in their place."),
    Reason.NOTHING_SAID: gettext_lazy("The note says nothing that could be read."),
    Reason.LABELS_ONLY: gettext_lazy("This row only shows the words of the answers; each question has them."),
    Reason.TOO_FEW_ANSWERS: gettext_lazy("The question is left out: it needs two answers to choose from."),
    Reason.TOO_MANY_ANSWERS: gettext_lazy("The question is left out: it has more than %(limit)s answers."),
    Reason.UNUSED_LIST: gettext_lazy("No question uses this list of answers."),
    Reason.NO_LIST: gettext_lazy("The answer belongs to no list."),
    Reason.ANSWER_TWICE: gettext_lazy(
        "The list has an answer of this name further up; this one is left out."
    ),
    Reason.OWN_WORDS: gettext_lazy("The portal has words of its own for this answer: “%(words)s”"),
    Reason.REPEATED: gettext_lazy("The questions of this group are asked once; here nothing is repeated."),
    Reason.LOOP: gettext_lazy("The questions of this loop are left out; here nothing is repeated."),
    Reason.DISABLED: gettext_lazy("The form itself switches this row off."),
    Reason.GROUP_WORDS: gettext_lazy("No question stands directly in this group: its words are left out."),
    Reason.ROW_SETTING: gettext_lazy("The lines of a matrix have no setting of their own for this."),
    Reason.READ_ONLY: gettext_lazy("The question can be answered: here nothing is only shown."),
    Reason.REQUIRED_WHEN: gettext_lazy(
        "Whether it must be answered cannot depend on others: it may be left out."
    ),
    Reason.FILTER: gettext_lazy("All answers of the list are offered: earlier answers do not filter them."),
    Reason.PICTURE: gettext_lazy(
        "Pictures and sounds are not in the file. A picture is found when all answers of the list have one, "
        "and the library has each under the same file name."
    ),
    Reason.LIMITS: gettext_lazy(
        "This limit, or a part of it, cannot be kept here; answers are taken without."
    ),
    Reason.STEPS: gettext_lazy("Every number between the ends is taken, not only steps of %(step)s."),
    Reason.PARAMETER: gettext_lazy("Nothing here corresponds to this parameter."),
    Reason.CONDITION: gettext_lazy("The condition cannot be read here: the question is always asked."),
    Reason.CONDITION_LEVELS: gettext_lazy(
        "“And” and “or” stand within one another, which a condition here cannot hold: the question is always asked."
    ),
    Reason.CONDITION_LONG: gettext_lazy("The condition is too long: the question is always asked."),
    Reason.CONDITION_ABOUT: gettext_lazy(
        "The condition is about something that is not asked here (%(about)s): the question is always asked."
    ),
    Reason.CONDITION_LATER: gettext_lazy(
        "The condition is about a question that comes later (%(about)s): the question is always asked."
    ),
    Reason.CONDITION_ANSWER: gettext_lazy(
        "The condition is about an answer that is not offered (%(about)s): the question is always asked."
    ),
    Reason.CONDITION_COMPARISON: gettext_lazy(
        "The condition compares what has no size (%(about)s): the question is always asked."
    ),
    Reason.CONDITION_WORDS: gettext_lazy(
        "The condition is about what somebody writes (%(about)s), where only whether they wrote can count: "
        "the question is always asked."
    ),
    Reason.CONDITION_NEVER: gettext_lazy("The condition is never true: the question is always asked."),
    Reason.NAME: gettext_lazy("In exports the question is called %(name)s."),
    Reason.CODE: gettext_lazy("In exports the answer has the code %(code)s."),
    Reason.CUT: gettext_lazy("The text is cut after %(limit)s characters."),
    Reason.BRACES: gettext_lazy("Braces have a meaning here; round brackets stand in their place."),
    Reason.REPEATS_ANSWER: gettext_lazy(
        "This answer cannot be repeated here; an ellipsis stands in its place."
    ),
    Reason.LINK: gettext_lazy("A link to a page or a document of the portal is left out; its words stay."),
    Reason.OWN_COLUMN: gettext_lazy("This is no value that the portal writes here."),
}

WRONGS = {
    Wrong.TOO_LARGE: gettext_lazy("The file is larger than %(limit)s MB."),
    Wrong.NO_WORKBOOK: gettext_lazy("This is no spreadsheet. Save the form as .xlsx or .xls."),
    Wrong.BROKEN: gettext_lazy(
        "The file cannot be opened: it is damaged or protected with a password. Save it anew as .xlsx."
    ),
    Wrong.UNPACKS_TOO_LARGE: gettext_lazy("Unpacked, the file is larger than %(limit)s MB."),
    Wrong.TOO_MANY_SHEETS: gettext_lazy("The file has more than %(limit)s sheets. Keep those of the form."),
    Wrong.TOO_MANY_ROWS: gettext_lazy("The sheet has more than %(limit)s rows."),
    Wrong.NO_SURVEY_SHEET: gettext_lazy("There is no sheet “survey”. Name the sheet with the questions so."),
    Wrong.EMPTY_SURVEY: gettext_lazy("No question stands below the header."),
    Wrong.TOO_MANY_QUESTIONS: gettext_lazy("There are more than %(limit)s questions. Split the form."),
    Wrong.TOO_MANY_CHOICES: gettext_lazy("There are more than %(limit)s answers. Shorten the lists."),
    Wrong.HEADER_TWICE: gettext_lazy("Two columns have this header. Rename or remove one."),
    Wrong.SAME_COLUMN: gettext_lazy("This column means the same as “%(other)s”. Remove one."),
    Wrong.NO_COLUMN: gettext_lazy("The column “%(name)s” is missing."),
    Wrong.NO_TYPE: gettext_lazy("The question has no type. Fill in the column “type”, or clear the row."),
    Wrong.UNKNOWN_TYPE: gettext_lazy("“%(found)s” is no type of question. Correct it."),
    Wrong.INCLUDE: gettext_lazy(
        "Another form is to be included here, which is not in the file. Copy its questions into this one."
    ),
    Wrong.NO_NAME: gettext_lazy("The question has no name. Fill in the column “name”."),
    Wrong.BAD_NAME: gettext_lazy(
        "“%(found)s” is no name. It must begin with a letter, and hold letters, digits, hyphens, "
        "underscores and points alone."
    ),
    Wrong.NAME_TWICE: gettext_lazy("Another row of the same group is called “%(found)s”. Rename one."),
    Wrong.NO_WORDS: gettext_lazy("The question has no words. Fill in the column “label”."),
    Wrong.NO_LIST: gettext_lazy("“%(found)s” names no list of answers. Write the list’s name behind it."),
    Wrong.UNKNOWN_LIST: gettext_lazy(
        "The sheet “choices” has no list “%(found)s”. Add it, or correct the name."
    ),
    Wrong.CHOICE_WITHOUT_NAME: gettext_lazy("The answer has no name. Fill in the column “name”."),
    Wrong.CHOICE_TWICE: gettext_lazy("The list “%(list)s” has an answer “%(found)s” further up. Rename one."),
    Wrong.CHOICE_WITH_SPACE: gettext_lazy(
        "“%(found)s” has a space in it, which names of answers that are chosen together cannot have."
    ),
    Wrong.NOT_BEGUN: gettext_lazy(
        "“%(found)s” ends what was not begun. Remove the row, or add its beginning."
    ),
    Wrong.NOT_ENDED: gettext_lazy("What “%(found)s” begins is never ended. Add the row that ends it."),
    Wrong.TOO_DEEP: gettext_lazy("More than %(limit)s groups stand within one another."),
    Wrong.BROKEN_REFERENCE: gettext_lazy(
        "A reference to a question is broken. It is written as %(example)s, without spaces."
    ),
    Wrong.UNKNOWN_REFERENCE: gettext_lazy("No question is called “%(found)s”. Correct the reference."),
    Wrong.UNCLEAR_REFERENCE: gettext_lazy(
        "Several questions are called “%(found)s”: the reference is unclear. Rename all but one."
    ),
    Wrong.JUDGED: gettext_lazy("pyxform, which reads XLSForms, refuses the form: %(message)s"),
    Wrong.NOTHING_TO_ANSWER: gettext_lazy(
        "Nothing of this form can be answered here. Why each question was left out stands below."
    ),
}


def place_line(place: Place) -> str:
    """ "sheet survey, row 12, column relevant (D12)"; empty where it is about the whole file."""
    if not place.sheet:
        return ""
    parts = {"sheet": quoted(place.sheet, LONGEST_QUOTE), "place": place_in_sheet(place)}
    return _("sheet %(sheet)s, %(place)s") % parts if parts["place"] else _("sheet %(sheet)s") % parts


def place_in_sheet(place: Place) -> str:
    """ "row 12, column relevant (D12)"; empty where it is about the whole sheet."""
    parts = {"row": place.row, "column": quoted(place.column, LONGEST_QUOTE), "cell": place.cell}
    if place.row is None:
        return ""
    if not place.column:
        return _("row %(row)s") % parts
    if not place.cell:
        return _("row %(row)s, column %(column)s") % parts
    return _("row %(row)s, column %(column)s (%(cell)s)") % parts


def fault_text(fault: Fault) -> str:
    return str(WRONGS[fault.wrong]) % {name: quoted(value, 500) for name, value in fault.details}


def reason_text(entry: NotTaken) -> str:
    details = {name: quoted(value, LONGEST_QUOTE) for name, value in entry.details}
    return str(REASONS[entry.why]) % details if details else str(REASONS[entry.why])


def fault_line(fault: Fault) -> str:
    """One line, whatever stands in the file."""
    return ": ".join(part for part in (place_line(fault.place), fault_text(fault)) if part)


def entry_line(entry: NotTaken) -> str:
    what = quoted(entry.what, LONGEST_QUOTE)
    why = reason_text(entry)
    said = _("“%(what)s”. %(why)s") % {"what": what, "why": why} if what else why
    return ": ".join(part for part in (place_line(entry.place), said) if part)

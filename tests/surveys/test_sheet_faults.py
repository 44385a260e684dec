from __future__ import annotations

from datetime import date

import pytest

from surveys.domain.sheets import Fault, SheetFault, read_questions
from tests.surveys.sheets_in_memory import (
    CHOICES,
    QUESTIONS,
    RESPONSES,
    questions,
    replaced,
    scales,
    sheets,
    stream,
)


def fault_of(function):
    with pytest.raises(SheetFault) as caught:
        function()
    return caught.value.fault, caught.value.row, caught.value.column


CHOICE_FAULTS = [
    pytest.param("scale,value,label\n", (Fault.MISSING_HEADER, 1, "substantive"), id="missing_column"),
    pytest.param(
        "scale,value,label,substantive,note\n", (Fault.UNKNOWN_HEADER, 1, "note"), id="unknown_column"
    ),
    pytest.param("scale,value,value,substantive\n", (Fault.DUPLICATE_HEADER, 1, "value"), id="column_twice"),
    pytest.param("scale,,label,substantive\n", (Fault.BLANK_HEADER, 1, "B"), id="column_without_name"),
    pytest.param("scale;value;label;substantive\n", (Fault.WRONG_SEPARATOR, 1, None), id="semicolons"),
    pytest.param("scale\tvalue\tlabel\tsubstantive\n", (Fault.WRONG_SEPARATOR, 1, None), id="tabs"),
    pytest.param("", (Fault.EMPTY_FILE, None, None), id="empty_file"),
    pytest.param("\n\n", (Fault.EMPTY_FILE, None, None), id="only_empty_lines"),
    pytest.param(replaced(CHOICES, 3, "value", "1"), (Fault.DUPLICATE_CHOICE, 3, "value"), id="choice_twice"),
    pytest.param(replaced(CHOICES, 3, "value", "٢"), (Fault.FOREIGN_DIGITS, 3, "value"), id="arabic_digit"),
    pytest.param(
        replaced(CHOICES, 3, "value", "very good"), (Fault.BAD_CODE, 3, "value"), id="code_with_space"
    ),
    pytest.param(replaced(CHOICES, 3, "value", "x" * 41), (Fault.BAD_CODE, 3, "value"), id="code_too_long"),
    pytest.param(replaced(CHOICES, 3, "value", ""), (Fault.BLANK_CELL, 3, "value"), id="no_code"),
    pytest.param(replaced(CHOICES, 3, "scale", ""), (Fault.BLANK_CELL, 3, "scale"), id="no_scale"),
    pytest.param(replaced(CHOICES, 3, "label", " "), (Fault.BLANK_CELL, 3, "label"), id="no_label"),
    pytest.param(
        replaced(CHOICES, 3, "label", "x" * 121), (Fault.FIELD_TOO_LONG, 3, "label"), id="label_too_long"
    ),
    pytest.param(
        replaced(CHOICES, 3, "label", '"a\nb"'), (Fault.CONTROL_CHARACTER, 3, "label"), id="line_break"
    ),
    pytest.param(
        replaced(CHOICES, 3, "substantive", "maybe"), (Fault.BAD_SUBSTANTIVE, 3, "substantive"), id="maybe"
    ),
    pytest.param(
        replaced(CHOICES, 3, "value", "dk"), (Fault.RESERVED_NAME, 3, "value"), id="dont_know_as_opinion"
    ),
    pytest.param(
        "scale,value,label,substantive\n" + "".join(f"s,{n},L,yes\n" for n in range(31)),
        (Fault.TOO_MANY_CHOICES, 32, "scale"),
        id="thirty_one_choices",
    ),
    pytest.param(
        "scale,value,label,substantive\n" + "".join(f"s{n},1,L,yes\n" for n in range(10_001)),
        (Fault.TOO_MANY_ROWS, 10_002, None),
        id="endless_choices",
    ),
]

QUESTION_FAULTS = [
    pytest.param("name,type,label\n", (Fault.MISSING_HEADER, 1, "scale"), id="missing_column"),
    pytest.param("name,type,scale,label,hint\n", (Fault.UNKNOWN_HEADER, 1, "hint"), id="unknown_column"),
    pytest.param("name,type,scale,label\n", (Fault.NO_ROWS, None, None), id="no_question"),
    pytest.param(
        replaced(QUESTIONS, 3, "name", "place"), (Fault.DUPLICATE_QUESTION, 3, "name"), id="name_twice"
    ),
    pytest.param(
        replaced(QUESTIONS, 3, "name", "wave"), (Fault.RESERVED_NAME, 3, "name"), id="name_with_a_meaning"
    ),
    pytest.param(
        replaced(QUESTIONS, 3, "name", "question 2"), (Fault.BAD_CODE, 3, "name"), id="name_with_space"
    ),
    pytest.param(
        replaced(QUESTIONS, 3, "type", "matrix"), (Fault.UNKNOWN_TYPE, 3, "type"), id="unknown_type"
    ),
    pytest.param(
        replaced(QUESTIONS, 3, "scale", "room"), (Fault.UNKNOWN_SCALE, 3, "scale"), id="unknown_scale"
    ),
    pytest.param(replaced(QUESTIONS, 3, "scale", ""), (Fault.BLANK_CELL, 3, "scale"), id="no_scale"),
    pytest.param(
        replaced(QUESTIONS, 3, "scale", "lonely"), (Fault.TOO_FEW_CHOICES, 3, "scale"), id="one_choice"
    ),
    pytest.param(
        replaced(QUESTIONS, 6, "scale", "rooms"), (Fault.NEEDLESS_SCALE, 6, "scale"), id="text_with_scale"
    ),
    pytest.param(
        replaced(QUESTIONS, 3, "label", "x" * 201), (Fault.FIELD_TOO_LONG, 3, "label"), id="too_long"
    ),
    pytest.param(QUESTIONS + "more,yes_no,\n", (Fault.SHORT_ROW, 7, "label"), id="short_row"),
]

RESPONSE_FAULTS = [
    pytest.param(
        RESPONSES.replace("staff", "stuff"), (Fault.MISSING_HEADER, 1, "staff"), id="question_missing"
    ),
    pytest.param(RESPONSES.replace("wave", "when"), (Fault.MISSING_HEADER, 1, "wave"), id="wave_missing"),
    pytest.param(
        RESPONSES.replace("channel", "way"), (Fault.MISSING_HEADER, 1, "channel"), id="channel_missing"
    ),
    pytest.param(
        RESPONSES.replace("district", "place"), (Fault.DUPLICATE_HEADER, 1, "place"), id="column_twice"
    ),
    pytest.param(
        RESPONSES.replace("district", "age group"), (Fault.BAD_CODE, 1, "age group"), id="segment_name"
    ),
    pytest.param(RESPONSES.split("\n")[0], (Fault.NO_ROWS, None, None), id="only_a_header"),
    pytest.param(replaced(RESPONSES, 3, "place", "7"), (Fault.UNKNOWN_CODE, 3, "place"), id="unknown_code"),
    pytest.param(
        replaced(RESPONSES, 3, "place", "1;2"), (Fault.UNKNOWN_CODE, 3, "place"), id="two_where_one"
    ),
    pytest.param(replaced(RESPONSES, 3, "place", "١"), (Fault.FOREIGN_DIGITS, 3, "place"), id="arabic_digit"),
    pytest.param(
        replaced(RESPONSES, 3, "place", "１"), (Fault.FOREIGN_DIGITS, 3, "place"), id="full_width_digit"
    ),
    pytest.param(replaced(RESPONSES, 3, "place", "1.0"), (Fault.UNKNOWN_CODE, 3, "place"), id="decimal"),
    pytest.param(
        replaced(RESPONSES, 3, "rooms", "cafe;bar"), (Fault.UNKNOWN_CODE, 3, "rooms"), id="one_of_several"
    ),
    pytest.param(replaced(RESPONSES, 3, "rooms", "cafe,cafe"), (Fault.LONG_ROW, 3, "J"), id="codes_by_comma"),
    pytest.param(
        replaced(RESPONSES, 3, "rooms", "cafe cafe"), (Fault.REPEATED_CODE, 3, "rooms"), id="code_twice"
    ),
    pytest.param(replaced(RESPONSES, 3, "staff", "6"), (Fault.UNKNOWN_CODE, 3, "staff"), id="six_of_five"),
    pytest.param(
        replaced(RESPONSES, 3, "friend", "Yes"), (Fault.UNKNOWN_CODE, 3, "friend"), id="capital_code"
    ),
    pytest.param(
        replaced(RESPONSES, 3, "response", "1"), (Fault.DUPLICATE_RESPONSE, 3, "response"), id="sheet_twice"
    ),
    pytest.param(
        replaced(RESPONSES, 3, "response", "01"), (Fault.DUPLICATE_RESPONSE, 3, "response"), id="zero_first"
    ),
    pytest.param(
        replaced(RESPONSES, 3, "response", ""), (Fault.BAD_RESPONSE_NUMBER, 3, "response"), id="no_number"
    ),
    pytest.param(
        replaced(RESPONSES, 3, "response", "-2"), (Fault.BAD_RESPONSE_NUMBER, 3, "response"), id="negative"
    ),
    pytest.param(
        replaced(RESPONSES, 3, "response", "٢"), (Fault.BAD_RESPONSE_NUMBER, 3, "response"), id="arabic"
    ),
    pytest.param(
        replaced(RESPONSES, 3, "response", "9" * 19),
        (Fault.BAD_RESPONSE_NUMBER, 3, "response"),
        id="huge_number",
    ),
    pytest.param(replaced(RESPONSES, 3, "wave", "spring"), (Fault.BAD_WAVE, 3, "wave"), id="season"),
    pytest.param(replaced(RESPONSES, 3, "wave", ""), (Fault.BAD_WAVE, 3, "wave"), id="no_wave"),
    pytest.param(replaced(RESPONSES, 3, "wave", "2026-02"), (Fault.FUTURE_WAVE, 3, "wave"), id="next_month"),
    pytest.param(replaced(RESPONSES, 3, "wave", "2026-01-10"), (Fault.FUTURE_WAVE, 3, "wave"), id="today"),
    pytest.param(RESPONSES + "3,2025-03,web\n", (Fault.SHORT_ROW, 4, "district"), id="short_row"),
    pytest.param(RESPONSES.rstrip() + ",extra\n", (Fault.LONG_ROW, 3, "J"), id="long_row"),
    pytest.param(
        replaced(RESPONSES, 3, "district", "x" * 61), (Fault.FIELD_TOO_LONG, 3, "district"), id="essay"
    ),
    pytest.param(
        replaced(RESPONSES, 3, "channel", "x" * 61), (Fault.FIELD_TOO_LONG, 3, "channel"), id="channel"
    ),
    pytest.param(replaced(RESPONSES, 3, "wish", "x" * 10_001), (Fault.FIELD_TOO_LONG, 3, "wish"), id="novel"),
    pytest.param(RESPONSES + '3,2025-03,"web\n', (Fault.BROKEN_QUOTES, 4, None), id="quote_never_closed"),
    pytest.param(
        RESPONSES + '3,2025-03,"web"x,,,,,,\n', (Fault.BROKEN_QUOTES, 4, None), id="text_after_quote"
    ),
    pytest.param(
        RESPONSES.encode() + b"3,2025-03,,,\xe9,,,,\n", (Fault.BROKEN_ENCODING, 4, "place"), id="latin1_byte"
    ),
    pytest.param(
        RESPONSES.encode().replace(b"district", b"Stra\xdfe"),
        (Fault.BROKEN_ENCODING, 1, "D"),
        id="latin1_header",
    ),
    pytest.param(RESPONSES.encode("utf-16"), (Fault.UTF16, None, None), id="utf16"),
    pytest.param(RESPONSES.replace("A bench", "A\0bench"), (Fault.NUL_BYTE, 2, "wish"), id="nul_byte"),
    pytest.param(b"x" * 2_000_000, (Fault.LINE_TOO_LONG, 1, None), id="one_endless_line"),
    pytest.param(
        RESPONSES + '3,"' + "x\n" * 200_000, (Fault.BROKEN_QUOTES, 4, None), id="endless_quoted_cell"
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHOICE_FAULTS)
def test_a_fault_in_the_choices_is_told_by_row_and_column(text, expected):
    assert fault_of(lambda: scales(text)) == expected


@pytest.mark.parametrize(("text", "expected"), QUESTION_FAULTS)
def test_a_fault_in_the_questions_is_told_by_row_and_column(text, expected):
    assert fault_of(lambda: questions(text)) == expected


@pytest.mark.parametrize(("text", "expected"), RESPONSE_FAULTS)
def test_a_fault_in_the_answer_sheets_is_told_by_row_and_column(text, expected):
    assert fault_of(lambda: list(sheets(text).rows())) == expected


def many(header, rows):
    return header + "\n" + "".join(f"{row}\n" for row in rows)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            many("response,wave,channel,place,name", (f"{n},2025,,1,Person {n}" for n in range(300))),
            (Fault.TOO_MANY_SEGMENT_VALUES, 202, "name"),
            id="names_of_persons",
        ),
        pytest.param(
            many(
                "response,wave,channel,place,a,b",
                (f"{n},2025,,1,a{n % 150},b{n // 150}" for n in range(21_000)),
            ),
            (Fault.TOO_MANY_SEGMENT_VALUES, 20_002, None),
            id="everybody_a_group_of_their_own",
        ),
        pytest.param(
            many("response,wave,channel,place," + ",".join(f"s{n}" for n in range(21)), []),
            (Fault.TOO_MANY_SEGMENTS, 1, "s20"),
            id="twenty_one_segments",
        ),
        pytest.param(
            many(
                "response,wave,channel,place",
                (f"{n},{date.fromordinal(735_000 + n)},,1" for n in range(1_001)),
            ),
            (Fault.TOO_MANY_WAVES, 1_002, "wave"),
            id="a_thousand_and_one_waves",
        ),
    ],
)
def test_columns_that_single_people_out_are_refused(text, expected):
    assert fault_of(lambda: list(sheets(text, asked=questions()[:1]).rows())) == expected


def test_the_byte_that_is_not_utf8_is_named():
    with pytest.raises(SheetFault) as caught:
        list(sheets(RESPONSES.encode() + b"3,2025-03,\xff,,,,,,\n").rows())
    assert caught.value.details == {"byte": "0xFF"}


def test_codes_too_long_to_be_stored_together_are_refused():
    long = scales("scale,value,label,substantive\n" + "".join(f"s,{n:040},L,yes\n" for n in range(13)))
    header = "name,type,scale,label\n"
    single, several = (f"{header}q,{kind},s,Q?\n" for kind in ("single_choice", "multiple_choice"))
    assert len(read_questions("questions.csv", stream(single), long)[0].choices) == 13
    refused = fault_of(lambda: read_questions("questions.csv", stream(several), long))
    assert refused == (Fault.FIELD_TOO_LONG, 2, "scale")


def test_a_question_may_hold_a_line_break_in_an_answer_and_rows_are_still_counted_right():
    text = RESPONSES.replace("A bench", '"A bench\nby the water"') + "3,2025-03,,,7,,,,\n"
    assert fault_of(lambda: list(sheets(text).rows())) == (Fault.UNKNOWN_CODE, 4, "place")

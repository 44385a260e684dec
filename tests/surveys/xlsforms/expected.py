"""What becomes of forms that nobody here wrote: how many blocks, and where stands what was not taken over."""

from __future__ import annotations

# Name → (blocks, reason → places).
IMPORTED = {
    "allow_comment_rows_test.xls": (
        1,
        {
            "unknown_column": "survey A1",
        },
    ),
    "attribute_columns_test.xlsx": (
        39,
        {
            "sheet": "columns",
            "language": "survey R1",
            "unknown_column": "survey X1 Y1 Z1 AA1 AB1 AC1 AD1 AE1",
            "repeats_answer": "survey E5 E41 E43 E45 E47 E49 E51 E53 E55",
            "condition": "survey N7",
            "picture": "survey S9 T9 U9 V9 W9; choices D4 D5",
            "nothing_said": "survey B10",
            "column": "survey L11 L12 J17 H18 I18 L18 L27 L28 L59",
            "limits": "survey G14 G18",
            "repeated": "survey A15",
            "group_words": "survey E15",
            "labels_only": "survey L21",
            "kind": "survey A32 A33 A35 A36 A37 A38",
            "calculation": "survey A40",
            "device": "survey A42 A44 A46 A48 A50 A52 A54",
            "no_words": "choices B4 B5",
            "setting": "settings C2 D2 F2 G2 H2 I2",
        },
    ),
    "cascading_select_test_equivalent.xls": (
        7,
        {
            "calculation": "survey A5 A10",
            "condition_about": "survey D6 D7 D8 D9",
            "setting": "settings A2",
        },
    ),
    "case_insensitivity.xlsx": (
        1,
        {
            "sheet": "EXTERNAL_CHOICES; ENTITIES; OSM",
            "outside": "SURVEY A3 A4",
        },
    ),
    "choice_filter_test.xlsx": (
        3,
        {
            "filter": "survey D3 D4",
            "unknown_column": "choices D1",
            "answer_twice": "choices B6",
        },
    ),
    "extra_sheet_names.xlsx": (
        1,
        {
            "sheet": "my_sheet; stettings",
        },
    ),
    "field-list.xlsx": (
        2,
        {
            "language": "choices E1",
        },
    ),
    "gps.xls": (1, {}),
    "group.xls": (4, {}),
    "loop.xlsx": (
        1,
        {
            "loop": "survey A3",
        },
    ),
    "or_other.xlsx": (
        2,
        {
            "filter": "survey D3",
            "unknown_column": "choices D1",
        },
    ),
    "repeat_date_test.xls": (
        6,
        {
            "calculation": "survey A3",
            "repeated": "survey A4",
            "unused_list": "choices A3 A8 A20 A23",
        },
    ),
    "specify_other.xls": (1, {}),
    "specify_other.xlsx": (1, {}),
    "survey_no_name.xlsx": (1, {}),
    "table-list.xls": (
        5,
        {
            "row_setting": "survey D4 D5",
            "unused_list": "choices A3 A8 A20",
            "no_words": "choices B23 B24",
            "picture": "choices D23 D24",
        },
    ),
    "text_and_integer.xlsx": (2, {}),
    "tutorial.xls": (
        11,
        {
            "unknown_column": "survey A1; choices A1",
            "repeated": "survey B2",
        },
    ),
    "widgets.xls": (
        24,
        {
            "column": "survey F3 F4 G4 F5 G5 F7 G7 G8 J16 J17 J19 J20 J21 J22 J23",
            "limits": "survey E4 E5 E7",
            "kind": "survey A6 A12 A13 A14 A15 A18",
            "repeats_answer": "survey C10",
            "labels_only": "survey J25 J34",
            "picture": "choices D20 D21 D23 D24",
            "no_words": "choices B23 B24",
            "setting": "settings A2",
        },
    ),
    "xlsform_spec_test.xlsx": (
        38,
        {
            "sheet": "columns",
            "language": "survey R1",
            "unknown_column": "survey X1 Y1 Z1",
            "repeats_answer": "survey E5 E41 E43 E45 E47 E49 E51 E53",
            "condition": "survey N7",
            "picture": "survey S9 T9 U9 V9 W9; choices D4 D5",
            "nothing_said": "survey B10",
            "column": "survey L11 L12 J17 H18 I18 L18 L27 L28 L57",
            "limits": "survey G14 G18",
            "repeated": "survey A15",
            "group_words": "survey E15",
            "labels_only": "survey L21",
            "kind": "survey A32 A33 A35 A36 A37 A38",
            "calculation": "survey A40",
            "device": "survey A42 A44 A46 A48 A50 A52",
            "no_words": "choices B4 B5",
            "setting": "settings C2 D2 F2 G2 H2 I2",
        },
    ),
    "yes_or_no_question.xls": (1, {}),
    "yes_or_no_question.xlsx": (1, {}),
}
# Name → ((sheet, row, column, fault), reason → places).
REFUSED = {
    "calculate.xls": (
        ("survey", 2, "type", "nothing_to_answer"),
        {
            "calculation": "survey A2 A4",
            "repeats_answer": "survey C3 C5",
        },
    ),
    "choice_name_same_as_select_name.xls": (
        ("survey", 2, "type", "nothing_to_answer"),
        {
            "too_few_answers": "survey A2",
        },
    ),
    "default_time_demo.xls": (
        ("survey", 2, "type", "nothing_to_answer"),
        {
            "kind": "survey A2",
        },
    ),
    "hidden.xls": (
        ("survey", 2, "type", "nothing_to_answer"),
        {
            "calculation": "survey A2",
        },
    ),
    "include.xls": (("survey", 3, "type", "include"), {}),
    "include_json.xls": (("survey", 2, "type", "include"), {}),
    "include_json.xlsx": (("survey", 2, "type", "include"), {}),
    "simple_loop.xls": (
        ("survey", 2, "type", "nothing_to_answer"),
        {
            "loop": "survey A2",
        },
    ),
}

"""Calls the API with what its document allows and forbids, and holds every answer against the document."""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import dataclass, field

import hypothesis
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode, checks
from schemathesis.checks import CHECKS
from schemathesis.core.parameters import ParameterLocation

from tests.surveys.api.sending import ROOT, program, right_answers

DOCUMENTED = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "response_headers_conformance",
    "allow_header_conformance",
)
# For requests that the document forbids: they have to be refused.
REFUSED = (*DOCUMENTED, "negative_data_rejection")
HOW = {"deadline": None, "database": None, "phases": [Phase.generate]}
# Answered without compression: the checks read what comes over the wire.
PLAIN = {"Accept-Encoding": "identity"}


@dataclass
class Outcome:
    """`statuses` counts by operation and status; `failures` are what the checks said."""

    statuses: Counter = field(default_factory=Counter)
    failures: list[tuple[str, str]] = field(default_factory=list)

    @property
    def calls(self):
        return sum(self.statuses.values())

    @property
    def server_errors(self):
        return sum(number for (_operation, status), number in self.statuses.items() if status >= 500)

    def by_status(self):
        found = Counter()
        for (_operation, status), number in self.statuses.items():
            found[status] += number
        return dict(sorted(found.items()))


def in_one_connection(application):
    """As WSGI, but a request leaves the test's transaction open, as those of Django's own client do."""

    def serve(environ, start_response):
        for signal in (request_started, request_finished):
            signal.disconnect(close_old_connections)
        try:
            response = application(environ, start_response)
            body = list(response)
            response.close()
        finally:
            for signal in (request_started, request_finished):
                signal.connect(close_old_connections)
        return body

    return serve


def document():
    return schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", in_one_connection(get_wsgi_application()))


def sheets_like(codes):
    """Answers to the surveys of `codes`: right ones, some taken away, some replaced by anything at all."""
    details = [program().get(f"{ROOT}/surveys/{code}").json() for code in codes]
    texts = st.text(max_size=20)
    anything = st.recursive(
        st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
        max_leaves=4,
    )

    @st.composite
    def one(draw):
        detail = draw(st.sampled_from(details))
        answers = right_answers(detail)
        names = st.lists(st.sampled_from(sorted(answers)), max_size=3, unique=True)
        changes = draw(st.sampled_from(["none", "none", "less", "other"]))
        for name in draw(names) if changes == "less" else []:
            del answers[name]
        for name in draw(names | texts.map(lambda text: [text])) if changes == "other" else []:
            answers[name] = draw(anything)
        return detail["code"], answers

    return one()


def fuzz(codes, *, calls, seed=None, outcome=None):
    """About `calls` calls, fewer where there are not so many different ones: in equal parts what is allowed and what
    is forbidden. With a `seed` of None they are the same each time. What is found is added to `outcome`."""
    outcome, schema = outcome or Outcome(), document()
    checks.load_all_checks()
    operations = [found.ok() for found in schema.get_all_operations()]
    reads = [operation for operation in operations if operation.method != "post"]
    # Sending answers is where most can go wrong: half of all calls.
    share = {operation.label: calls // (2 * len(reads)) for operation in reads}
    for operation in operations:
        number = share.get(operation.label, calls // 2)
        try:
            _call_many(operation, GenerationMode.NEGATIVE, codes, number // 2, outcome, seed)
            number -= number // 2
        except Unsatisfiable:
            pass  # Nothing about it can be wrong.
        _call_many(operation, GenerationMode.POSITIVE, codes, number, outcome, seed)
    return outcome


def _call_many(operation, mode, codes, number, outcome, seed):
    sheets = sheets_like(codes)

    @settings(max_examples=number, derandomize=seed is None, suppress_health_check=list(HealthCheck), **HOW)
    @given(
        case=operation.as_strategy(generation_mode=mode),
        known=st.none() | st.sampled_from(codes),
        sheet=st.one_of(sheets, sheets, sheets, st.none()),
    )
    def call(case, known, sheet):
        _aim(case, mode, known, sheet)
        response = case.call(headers=PLAIN)
        outcome.statuses[operation.label, response.status_code] += 1
        names = DOCUMENTED if mode is GenerationMode.POSITIVE else REFUSED
        try:
            case.validate_response(response, checks=[CHECKS.get_one(name) for name in names])
        except BaseExceptionGroup as group:
            outcome.failures += [(operation.label, str(one)) for one in group.exceptions]

    (call if seed is None else hypothesis.seed(seed)(call))()


def _aim(case, mode, known, sheet):
    """At a survey that there is, where the address is not what is wrong with the call; with answers that fit it."""
    if mode is GenerationMode.POSITIVE and sheet and isinstance(case.body, dict) and "answers" in case.body:
        known, answers = sheet
        case.body = {**case.body, "key": uuid.uuid4().hex, "answers": answers, "drawn": {}}
    parts = case.meta.components if case.meta else {}
    path = parts.get(ParameterLocation.PATH)
    if known and "code" in case.path_parameters and (path is None or path.mode is GenerationMode.POSITIVE):
        case.path_parameters["code"] = known

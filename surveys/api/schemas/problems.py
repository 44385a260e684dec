from __future__ import annotations

from pydantic import BaseModel, Field


class Fault(BaseModel):
    """One thing that is wrong with what was sent."""

    pointer: str = Field(description="JSON Pointer (RFC 6901) to it in the body; empty for the whole body")
    code: str = Field(description="what is wrong, for programs", examples=["too_few"])
    detail: str = Field(
        description="what is wrong, for people; in the language of the sheet where it has one"
    )
    question: str | None = Field(None, description="name of the question that it is about")


class Problem(BaseModel):
    """Problem details (RFC 9457)."""

    type: str = Field(
        description="which kind of problem, see /problems", examples=["/api/v1/problems#closed"]
    )
    title: str
    status: int = Field(ge=400, le=599)
    detail: str | None = None
    errors: list[Fault] | None = Field(None, description="everything that is wrong, where that can be told")


class ProblemKind(BaseModel):
    type: str
    title: str
    status: int


class ProblemKinds(BaseModel):
    problems: list[ProblemKind]

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINTER = Path(sys.executable).with_name("lint-imports")
PACKAGES = [
    "portal",
    "portal/core",
    "portal/accounts",
    "portal/departments",
    "portal/translations",
    "portal/settings",
]
PACKAGES += ["home", "news", "surveys", "surveys/domain"]
MODULES = ["portal/urls", "portal/wsgi", "surveys/blocks", "surveys/models", "news/models", "feedback"]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINTER, "--config", folder / "pyproject.toml", "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_project_keeps_its_import_contracts():
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture
def small_project(tmp_path):
    """A tree with our packages, all empty, under our contracts."""
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for package in PACKAGES:
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
    for module in MODULES:
        (tmp_path / f"{module}.py").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        pytest.param("portal/core/fields", "import home", "layers", id="the_ground_floor_looks_up"),
        pytest.param(
            "portal/accounts/adapter", "import surveys.models", "layers", id="an_account_knows_answers"
        ),
        pytest.param("home/search", "import portal.urls", "layers", id="an_app_reads_the_address_table"),
        pytest.param(
            "surveys/domain/estimates", "import django.utils.timezone", "purity", id="a_rule_knows_django"
        ),
        pytest.param(
            "surveys/domain/trend", "import surveys.models", "purity", id="a_rule_reaches_django_indirectly"
        ),
        pytest.param("surveys/views", "import news.models", "layers", id="surveys_know_news"),
    ],
)
def test_a_planted_import_breaks_its_contract(small_project, module, line, contract):
    (small_project / "surveys/models.py").write_text("import django.db\n")
    (small_project / f"{module}.py").write_text(f"{line}\n")
    result = lint(small_project)
    contracts = tomllib.loads((small_project / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
    name = next(entry["name"] for entry in contracts if entry["id"] == contract)
    assert result.returncode == 1
    assert f"{name} BROKEN" in result.stdout


def test_the_small_project_is_clean_before_anything_is_planted(small_project):
    (small_project / "surveys/models.py").write_text("import django.db\n")
    (small_project / "news/models.py").write_text("import surveys.blocks\n")
    result = lint(small_project)
    assert result.returncode == 0, result.stdout + result.stderr

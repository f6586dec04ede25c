"""A file is named after its department, so that everybody finds it and nobody reports twice."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.model.progress import ProgressFile
from minsheng_cli.rules.context import Context, Said, file_stem

SEVERITY = "error"
TITLE = "文件名与部门不符"
WHY = "月底收文件、查缺报，看的都是文件名。文件名和里面写的部门对不上，这份数就不知道该算哪个部门的。"
MEND = "文件是哪个部门的，里面的 department 就写哪个；里面没有写错的，改文件名。"
BAD = """\
# data/progress/transport.yaml
department: health"""
GOOD = """\
# data/progress/transport.yaml
department: transport"""


def check(context: Context) -> Iterator[Said]:
    """`department` against the file's name."""
    plan = context.plan
    present = {file_stem(document.path) for document, _ in context.ledger.progress}
    for document, file in context.ledger.progress:
        stem = file_stem(document.path)
        if plan is not None and file.department not in plan.departments:
            continue  # M322 says that
        if file.department != stem:
            at = file.mapping.value("department")
            message = f"文件名是 {stem}.yaml，里面写的部门却是“{file.department}”"
            rename = f"把文件改名为 {file.department}.yaml"
            known = plan is None or stem in plan.departments
            if known and file.department in present and _answers(context, file, file.department):
                own, theirs = context.department(stem), context.department(file.department)
                hint = f"里面是{theirs}的月报，{theirs}的内容应当在 {file.department}.yaml 里；换成{own}自己的月报"
            elif file.department in present or _answers(context, file, stem):
                hint = (
                    f"照文件名，这是{context.department(stem)}的文件，请改成：{stem}"
                    if known
                    else f"已经有 {file.department}.yaml 了，把这里的内容并进去，再把这个文件移走"
                )
            else:
                hint = f"里面写错了的，改成 {stem}；没有写错的，{rename}" if known else rename
            yield Said(document.path, at, message, hint)


def _answers(context: Context, file: ProgressFile, department: str) -> bool:
    """Whether every figure in a file is one that `department` answers for."""
    owners = {
        found.department
        for report in file.reports
        for name in report.figures
        if (found := context.responsibilities.get(name))
    }
    return owners == {department}

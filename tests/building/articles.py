"""Invented articles in a folder of their own, for builds of a few seconds."""

from __future__ import annotations

from pathlib import Path

CONFERENCE = """Quân khu 6 tổng kết công tác quân sự năm 2021

Sáng 15/12/2021, tại thành phố Sơn Khê, Bộ Tư lệnh Quân khu 6 tổ chức Hội nghị tổng kết công tác quân sự năm 2021.
Thiếu tướng Trần Văn Minh, Tư lệnh Quân khu 6 chủ trì hội nghị.

Đại tá Lê Quang Hòa, Sư đoàn trưởng Sư đoàn Bộ binh 941 dự hội nghị.
"""

EXERCISE = """Sư đoàn 941 diễn tập vòng tổng hợp

Ngày 2/3/2022, Sư đoàn Bộ binh 941, Quân khu 6 tổ chức diễn tập vòng tổng hợp.
Đại tá Lê Quang Hòa, Sư đoàn trưởng Sư đoàn Bộ binh 941 chỉ đạo diễn tập.
Trung tướng Trần Văn Minh, Tư lệnh Quân khu 6 kiểm tra và phát biểu tại buổi diễn tập.
"""

CONGRESS = """Đại hội thi đua Quyết thắng Sư đoàn Bộ binh 941

Ngày 20/5/2022, Sư đoàn Bộ binh 941 tổ chức Đại hội thi đua Quyết thắng giai đoạn 2017 - 2022.
Thượng tá Phan Thế Lương, Chính ủy Sư đoàn Bộ binh 941 chủ trì đại hội.
"""


def write_articles(folder: Path) -> Path:
    """Write three articles into `folder` and return it."""
    folder.mkdir(parents=True)
    for name, text in (("a.txt", CONFERENCE), ("b.txt", EXERCISE), ("c.txt", CONGRESS)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder

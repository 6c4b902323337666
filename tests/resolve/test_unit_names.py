"""What a unit's name says by itself."""

import pytest

from graphbuild.resolve.unit_names import UnitNames
from graphbuild.resources import load_gazetteer


@pytest.fixture(scope="module")
def names() -> UnitNames:
    return UnitNames(load_gazetteer())


@pytest.mark.parametrize(
    "name",
    [
        "Sư đoàn 941",
        "Sư đoàn Bộ binh 941",
        "Đoàn 969",
        "Bộ CHQS tỉnh Sơn Khê",
        "Ban CHQS huyện An Thạch",
        "Đảng ủy Quân khu 6",
        "Tiểu đoàn 1 Trung đoàn 88",
        "Phòng Chính trị Bộ Tham mưu Quân khu 6",
        "Cục Tác chiến",
        "Bộ Tư lệnh Công binh",
        "Bộ Công an",
        "Bộ Tư lệnh Thành phố Hồ Chí Minh",
    ],
)
def test_a_full_name_tells_its_unit(names: UnitNames, name: str) -> None:
    assert names.read(name).alone


@pytest.mark.parametrize(
    "name",
    [
        "Bộ Tư lệnh",
        "Bộ Tư lệnh Quân khu",
        "Quân khu",
        "Bộ Chỉ huy Quân sự tỉnh",
        "Ban CHQS cơ quan",
        "Đảng ủy",
        "Phòng Chính trị",
        "Phòng Khoa học quân sự",
        "Tiểu đoàn 1",
        "Tiểu đoàn Bộ binh 1",
        "Đảng ủy Sư đoàn",
        "Cụm",
        "Sở Y tế",
        "UBND tỉnh",
    ],
)
def test_a_relative_name_does_not(names: UnitNames, name: str) -> None:
    assert not names.read(name).alone


def test_a_unit_glued_on_is_read_with_its_known_name(names: UnitNames) -> None:
    assert names.read("Đảng ủy Bộ Tư lệnh Quân khu 4").within == names.read("Quân khu 4").key
    assert names.read("Phòng Chính trị").within == ""

"""The wheel holds all that runs: templates, style sheets, catalogues, papers and parameters, not only modules."""

from hatchling.builders.wheel import WheelBuilder

from house.tree import ROOT, files, judge, name_of


def test_every_file_of_the_package_gets_into_the_wheel() -> None:
    packed = {each.distribution_path for each in WheelBuilder(str(ROOT)).recurse_included_files()}
    kept = {name_of(path).removeprefix("src/") for path in files() if name_of(path).startswith("src/pembina/")}
    assert kept
    judge(kept - packed, {}, "Not in the wheel:")

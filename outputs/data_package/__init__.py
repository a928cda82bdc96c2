"""The plan as a Frictionless data package: datapackage.json beside the .csv of each table."""

from outputs.data_package.package import DESCRIPTOR, files, own_files, render

__all__ = ["DESCRIPTOR", "files", "own_files", "render"]

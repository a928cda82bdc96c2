"""A profile's file for an office to fill in."""

from outputs.profile.form import profile_form

__all__ = ["profile_form"]

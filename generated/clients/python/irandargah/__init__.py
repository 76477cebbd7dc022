# Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.
"""Typed client of the IranDargah payment gateway API, generated from its OpenAPI contract."""

__version__ = "3.0.0"

# Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.
"""Written from the contract."""

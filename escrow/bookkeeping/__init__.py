"""The accountant: tape rows become events and entry drafts."""

"""From what somebody writes to entries of the List of Waste: suggestions for a person, never a decision."""

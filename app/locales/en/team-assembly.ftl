### The team's pages for assemblies.

error-decision-text = Enter what was decided
error-decision-votes = Enter a number of votes
error-decision-cites-nothing = Choose at least one finding or recommendation that the decision rests on

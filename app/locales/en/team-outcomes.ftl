### The team's pages for findings and recommendations.

error-finding-title = Enter a title for the finding
error-finding-text = Say what the evidence shows
error-recommendation-title = Enter the recommendation
error-recommendation-source = Say where this comes from
error-recommendation-number = Enter the number it has in the report, or leave it empty
error-status = Choose a status
error-words = Enter the words of the source
error-date = Enter a date

### The team's pages for coding.

error-code-name = Enter a name for the code
error-code-name-long = Shorten the name to 120 characters
error-code-parent = Choose a code of this codebook, or none
error-code-colour = Choose a colour

"""The pages of docs/reference, docs/chains and docs/pictures: each module makes some, as text by name."""

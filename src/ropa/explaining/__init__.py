"""What a word means: a rule, a provision, a decision, a country, a field, a dated table or a term of the law."""

from ropa.explaining.ask import Explanation, explain

__all__ = ["Explanation", "explain"]

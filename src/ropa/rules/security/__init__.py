"""Rules about security measures: Articles 30(1)(g), 30(2)(d) and 32."""

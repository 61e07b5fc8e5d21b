"""Rules about waivers: findings somebody answers for."""

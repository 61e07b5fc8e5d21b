"""How findings leave: as text for people, JSON, annotations, Markdown, SARIF and JUnit XML, each in a module of its own."""

"""Two small registers: one in which nothing is missing, one in which something is."""

SOUND = """\
ropa: 1
holder: us
parties: [{key: us, name: Us, contact: {email: us@us.example}}]
activities:
  - {key: a, purposes: Baking, data_subjects: customers, personal_data: name, retention: P1Y, security: locks,
     absences: {recipients: none, transfers: none}}
"""
GAPS = """\
ropa: 1
holder: us
parties: [{key: us, name: Us, contact: {email: us@us.example}}]
activities:
  - key: a
    purposes: Baking
    data_subjects: customers
    personal_data: name
    absences: {recipients: none}
"""

"""HL7 Infobutton responder: a health record asks with a code or a name, and gets pages for the patient.

URL-based implementation of HL7 V3 Context-Aware Knowledge Retrieval; parameter names, the number of topics
and the shape of the answers are those of MedlinePlus Connect, so that systems made for it need no change.
"""

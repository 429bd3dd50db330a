"""The words by which conditions, treatments, groups and stages are recognised in any text about health."""

import re

from ..wordlists import word_list

CONDITION_HEADS = word_list("condition_heads")
BARE_HEADS = word_list("bare_condition_heads")
CONDITION_SUFFIX = re.compile(
    r"\A[a-z]{3,}(?:itis|osis|oma|emia|aemia|pathy|algia|plasia|sclerosis|iasis|rrhea|rrhoea)$"
)
NO_CONDITIONS = word_list("no_conditions")
CONDITION_SUFFIX_ZH = (
    "综合征|突出症|突出|坏死|骨折|癌|肿瘤|瘤|症|病|炎|结石|溃疡|狭窄"
    "|高血压|中风|哮喘|贫血|感冒|过敏|脱位|增生|失眠|抑郁|疼痛"
)
BARE_ZH = word_list("bare_conditions_zh")
TREATMENT_HEADS = word_list("treatment_heads")
TREATMENT_SUFFIX = re.compile(r"[a-z]{3,}(?:therapy|ectomy|plasty|otomy)$")
BARE_TREATMENTS = word_list("bare_treatments")
TREATMENT_SUFFIX_ZH = "疗法|治疗|手术|按摩|推拿|针灸|牵引|理疗|注射|移植|疫苗|化疗|放疗|康复"
BARE_TREATMENTS_ZH = word_list("bare_treatments_zh")
GENERIC_TREATMENT_WORDS = word_list("general_treatment_words")
GENERIC_ZH = re.compile(
    "治疗|疗法|方法|方式|措施|手段|手术|非手术|保守|常规|新型|新兴|传统|现代|综合|其他|一般|主要|常用|常见"
    "|有效|方案|对症"
)
NO_TREATMENT = re.compile(
    r"(?:contra)?indications?\b|risks?\b|benefits?\b|advantages?\b|disadvantages?\b|side effects?\b"
    r"|complications?\b"
    r"|potential\b|efficacy\b|effectiveness\b|conclusions?\b|summary\b|introduction\b|overview\b"
    r"|symptoms?\b|causes?\b"
    r"|diagnosis\b|prevention\b|prognosis\b|definition\b|who\b|when\b|what\b|how\b|why\b|can\b|does\b|is\b"
    r"|are\b|notes?\b"
    r"|适应症|禁忌|风险|优点|缺点|副作用|并发症|结论|总结|概述|症状|病因|诊断|预防|注意|什么|如何|怎么"
    r"|为什么|小结",
    re.IGNORECASE,
)
ABOUT_TREATMENT = re.compile(r"treat|therap|\bremed|management|治疗|疗法|防治", re.IGNORECASE)

GROUPS = [
    ("complementary", re.compile(r"\bcomplementary|\bintegrative|补充|替代疗法", re.IGNORECASE)),
    (
        "emerging",
        re.compile(
            r"\bemerging|\bnovel\b|\bexperimental|\binnovative|\bnew\b|新兴|新型|前沿|新技术", re.IGNORECASE
        ),
    ),
    (
        "conventional",
        re.compile(
            r"\bconventional|\bstandard\b|\btraditional\b(?! chinese)|\broutine|常规|传统(?!中医|医学)",
            re.IGNORECASE,
        ),
    ),
]
COMPLEMENTARY_NAME = re.compile(
    r"chinese medicine|\bTCM\b|acupuncture|herbal|moxibustion|cupping|homeopath|ayurved|中医|中药|针灸|推拿"
    r"|艾灸|拔罐",
    re.IGNORECASE,
)
EMERGING_TEXT = re.compile(
    r"\bpromis(?:e|ing)\b|\bexperimental\b|\bnovel\b|\bemerging\b|in recent years|\brecently\b"
    r"|\binvestigational\b|近年来|新兴|有前景",
    re.IGNORECASE,
)
CONSERVATIVE = re.compile(
    r"\bconservative|\bnon-?surgical|without (?:an operation|surgery)|保守|非手术", re.IGNORECASE
)
SURGERY = re.compile(
    r"\bsurger(?:y|ies)|\bsurgical|arthroplasty|ectomy\b|\breplacement|\bgraft|\bfusion\b|手术|置换|切除",
    re.IGNORECASE,
)
PROCEDURE = re.compile(
    r"\binject|\baspiration|\bpuncture|\bvapori[sz]ation|\babla|注射|穿刺|消融", re.IGNORECASE
)

STAGE_WORDS = {
    "early": "early", "initial": "early", "beginning": "early",
    "middle": "middle", "mid": "middle", "intermediate": "middle", "moderate": "middle",
    "late": "late", "end": "late", "advanced": "late", "terminal": "late", "final": "late",
    "acute": "acute", "chronic": "long_term",
}  # fmt: skip
STAGE_WORDS_ZH = {"早": "early", "初": "early", "中": "middle", "晚": "late", "末": "late"}

BENEFIT = re.compile(
    r"\b(?:stimulat|promot|delay|prevent|improv|reliev|reduc|shorten|enhanc|restor|increas|protect"
    r"|accelerat|eases?\b"
    r"|strengthen|lower|slow)|促进|改善|缓解|减轻|降低|提高|增强|延缓|预防|恢复|缩短",
    re.IGNORECASE,
)
RISK = re.compile(
    r"\brisks?\b|\bside effects?\b|\bcomplications?\b|\badverse\b|\ballergic reactions?\b|风险|副作用"
    r"|并发症|不良反应|过敏反应",
    re.IGNORECASE,
)
# The text praises here: the risk becomes smaller, or is said to be small.
LESS_RISK = re.compile(
    r"(?:reduc|lower|decreas|minimi[sz]|avoid|prevent)\w*(?: \w+){0,3} (?:risks?|side effects?"
    r"|complications?)"
    r"|(?:few|no|fewer|little|without|minimal)(?: \w+)? (?:side effects?|risks?|complications?)"
    r"|(?:降低|减少|避免|预防|无|没有|较少)[^，。]{0,8}(?:风险|副作用|并发症)",
    re.IGNORECASE,
)
CAVEAT = re.compile(
    r"(?:lack(?:s|ing)?|insufficient|limited|little|weak|no (?:strong|clear|good))\b[^.]{0,40}\bevidence"
    r"|evidence[^.]{0,30}(?:is|remains) (?:limited|lacking|weak|insufficient|unclear)"
    r"|(?:further|more) (?:research|studies|trials)[^.]{0,30}(?:needed|required|necessary)"
    r"|not (?:yet )?(?:been )?proven|unproven"
    r"|缺乏[^。]{0,20}证据|证据(?:尚)?不足|(?:有待|需要|尚需)[^。]{0,8}研究",
    re.IGNORECASE,
)
SUITS = re.compile(
    r"\b(?:not )?(?:suitable|recommended|indicated|appropriate|reserved|a choice)\b[^.]{0,12}\bfor\b"
    r"|\bunfit for\b|不?适用于|不?适合|不?适于",
    re.IGNORECASE,
)

STOP_WORDS = word_list("stop_words")

"""Rules about what comments cannot answer (advice, complaints), and about selling."""

import re

from django.utils.module_loading import import_string

from comments.conf import setting

from .answers import ALLOWED, held
from .links import LINK

ADVICE = re.compile(
    r"\b(?:should|shall|must|may|can|could) i (?:still |safely |just )?"
    r"(?:stop|start|keep|continue|take|use|try|have|get|double|skip|mix|combine|give|increase|reduce)\b"
    r"|\bis it (?:safe|ok|okay|dangerous|bad) (?:for me )?(?:to|if i)\b"
    r"|\b(?:what|which|how much|how many) (?:dose|dosage|mg|pills|tablets|medicine|medication|drug)\b"
    r"|\bwhat (?:should|can|do) i (?:do|take)\b"
    r"|\bdo i (?:need|have) (?:to have |an? )?(?:surgery|operation|injection|cancer|infection)\b"
    r"|(?:我|我妈|我爸|孩子|老人)[^。？！\n]{0,12}(?:该不该|应不应该|应该怎么|要不要|能不能|可不可以|可以不可以|是否应该)"
    r"|(?:能|可以|应该)(?:停药|停吃|加量|减量)吗?|吃什么药|用什么药|吃多少[片粒颗克]|一天吃几次|需要(?:手术|开刀)吗",
    re.IGNORECASE,
)
SELLING = re.compile(
    r"\b(?:buy|order|purchase)(?:ed)? (?:it |this |now |yours |here |online )?"
    r"(?:at|from|here|now|online|on|today)\b"
    r"|\b(?:discount|promo|coupon) code\b|\bfree (?:trial|shipping|sample)\b|\bwhats ?app\b|\bdm me\b"
    r"|\b(?:contact|call|text|e-?mail|message) (?:him|her|them|me|us|dr\.?)\b"
    r"[^.!?\n]{0,40}(?:\d{5}|@|herbal|cure)"
    r"|\bherbal (?:doctor|cure|remedy|medicine|home)\b"
    r"|\b(?:cured|healed) (?:me|my|him|her|us) (?:completely|totally|for good|in)\b"
    r"|加(?:我|他|她)?(?:的)?(?:微信|薇信|威信|v信|vx|qq)|(?:微信|vx)号?[:：]\s?\w+"
    r"|包治|包好|根治|祖传秘方|神医|无效退款|货到付款|代购|优惠价",
    re.IGNORECASE,
)

COMPLAINT = re.compile(
    r"\b(?:i|we) (?:want|wish|would like|am going|are going|have) to (?:make a |lodge a |file a )?"
    r"(?:formal )?(?:complain|complaint|sue)\b"
    r"|\b(?:make|file|lodge|filed|lodged|made) a (?:formal )?complaint\b"
    r"|\b(?:malpractice|medical negligence)\b"
    r"|(?:我|我们)要?(?:投诉|举报|起诉)|医疗事故",
    re.IGNORECASE,
)


def medical_advice(draft):
    """Hold a question about the writer's own treatment: the desk answers where such questions belong."""
    match = ADVICE.search(draft.body)
    return held("medical_advice", match[0]) if match else ALLOWED


def complaint(draft):
    """Hold a complaint about a place or a person: the desk answers where complaints belong."""
    match = COMPLAINT.search(draft.body)
    return held("complaint", match[0]) if match else ALLOWED


def _claims(draft):
    """Give what the host's own checker (COMMENTS_CLAIM_CHECKER) takes for claims of a cure."""
    path = setting("COMMENTS_CLAIM_CHECKER")
    return list(import_string(path)(draft.body, draft.language)) if path else []


def selling_cures(draft):
    """Hold what sells: words of selling, or a claim of a cure; a link beside it is said as well."""
    found = [match[0] for match in SELLING.finditer(draft.body)] + _claims(draft)
    if not found:
        return ALLOWED
    link = LINK.search(draft.body)
    return held("selling_cures", ", ".join(dict.fromkeys([*found, *([link[0]] if link else [])])))

"""Rules about what a reader should rather not publish: contact details, numbers, names of doctors."""

import re

from .answers import ALLOWED, held

# Begins with a word, or where another address ended: a text of one word is read once, not from each letter.
EMAIL = re.compile(
    r"(?:(?<![\w.+-])[\w.+-]++|(?<=[\w-])[+.][\w.+-]{0,63}+)@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
)
# Seven to fifteen digits, with the separators people write; ITU-T E.164 allows fifteen at most.
NUMBER = re.compile(r"(?<![A-Za-z0-9_.])\+?\(?\d(?:[ ().-]{0,2}\d){6,17}[Xx]?(?![A-Za-z0-9_%])")
DATE = re.compile(r"\d{4}[-.]\d{1,2}[-.]\d{1,2}|\d{1,2}[-.]\d{1,2}[-.]\d{4}|\d{4} ?- ?\d{4}")
DOCTOR_EN = re.compile(
    r"\b(?:Dr|Doctor|Prof|Professor|Nurse)\.?\s+([A-Z][a-z]{1,20}(?:[ -][A-Z][a-z]{1,20})?)\b"
)
NOT_NAMES = {
    "And",
    "But",
    "Google",
    "Has",
    "He",
    "If",
    "In",
    "Is",
    "It",
    "Of",
    "On",
    "Said",
    "She",
    "So",
    "The",
}
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
DOCTOR_ZH = re.compile(rf"[{SURNAMES}][\u4e00-\u9fff]{{0,2}}(?:医生|大夫|主任|教授|医师|护士)")
# "the attending doctor", "that professor" and the like begin with a character that is also a surname.
NOT_DOCTORS_ZH = re.compile("(?:任何|于是|许多|高级|白大褂|江湖|金牌|万能)")

# The weights and check letters of China's identity number, GB 11643-1999.
GB_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
GB_CHECKS = "10X98765432"


def is_chinese_identity(digits):
    """Whether `digits` (18 characters, the last may be X) pass the check of GB 11643-1999 (bool)."""
    if len(digits) != 18 or not digits[:17].isdigit():
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, GB_WEIGHTS, strict=False))
    return GB_CHECKS[total % 11] == digits[17].upper()


def is_nhs_number(digits):
    """Whether ten digits pass the check of the NHS number: weights 10 to 2, modulus 11 (bool)."""
    if len(digits) != 10 or not digits.isdigit():
        return False
    check = (
        11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    )
    return check != 10 and check % 11 == int(digits[9])


def _numbers(text):
    """Give (kind, number as typed) for each long number in `text` that is not a date."""
    for match in NUMBER.finditer(text[:20000]):
        typed = match[0].strip()
        digits = re.sub(r"[^\dXx]", "", typed)
        if is_chinese_identity(digits) or is_nhs_number(digits):
            yield "identity", typed
        elif not DATE.fullmatch(typed) and 7 <= len(digits) <= 15:
            yield "phone", typed


def contact_details(draft):
    """Hold e-mail addresses, telephone numbers and identity numbers."""
    found = EMAIL.findall(draft.text[:20000]) + [typed for _kind, typed in _numbers(draft.text)]
    return held("contact_details", ", ".join(dict.fromkeys(found))) if found else ALLOWED


def named_doctors(draft):
    """Hold what names a doctor, nurse or professor."""
    english = [m[0] for m in DOCTOR_EN.finditer(draft.body) if m[1].split()[0] not in NOT_NAMES]
    chinese = [m[0] for m in DOCTOR_ZH.finditer(draft.body) if not NOT_DOCTORS_ZH.search(m[0])]
    found = list(dict.fromkeys(english + chinese))
    return held("named_doctors", ", ".join(found)) if found else ALLOWED

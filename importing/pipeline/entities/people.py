"""Who speaks in the text: experts who are quoted, institutions that point things out."""

import re

from ..records import Attribution

_VERB = (
    r"(?:said|says|told|tells|explained|explains|pointed out|points? out|noted|notes|stated|states"
    r"|believes?|believed"
    r"|recommends?|recommended|suggests?|suggested|emphasi[sz]ed?s?|reminds?|reminded|advises?|advised"
    r"|warns?|warned)"
)
_TITLE = (
    r"(?:Dean|Dr|Doctor|Prof|Professor|Director|President|Chief Physician"
    r"|Physician|Surgeon|Nurse|Academician|Researcher)"
)
QUOTED = re.compile(
    rf"(?P<name>{_TITLE}\.?(?: {_TITLE}\.?)?(?: [A-Z][\w’'-]+| [A-Z]\.){{1,4}})(?:,[^,.]{{2,80}},)? {_VERB}\b"
)
SAYS_TITLE = re.compile(rf"\b{_VERB} (?P<name>{_TITLE}\.?(?: [A-Z][\w’'-]+| [A-Z]\.){{1,4}})")
INSTITUTION = re.compile(
    r"(?:[Ee]xperts?|[Dd]octors?|[Ss]pecialists?|[Ss]urgeons?|[Pp]hysicians?|[Rr]esearchers?"
    r"|[Ss]taff) (?:from|at|of|with) (?:the )?"
    rf"(?P<name>(?:[A-Z][\w’'&-]*)(?: (?:[A-Z][\w’'&-]*|of|the|and|for|&))*) {_VERB}\b"
)
ACCORDING = re.compile(
    r"[Aa]ccording to (?:experts? (?:from|at) )?(?:the )?(?P<name>[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'&-]*|of"
    r"|the|and|for|&))*)"
)
# Who treats, makes or sells has an interest; a public body has not.
PROVIDER = re.compile(
    r"\b(?:Hospital|Clinic|Clinics|Medical Cent(?:er|re)|Health Cent(?:er|re)|Cent(?:er"
    r"|re) for .*(?:Medicine|Surgery|Therapy)"
    r"|Pharma\w*|Laborator(?:y|ies)|Biotech\w*|Inc|Ltd|LLC|GmbH|Group|Company|Corporation|Wellness"
    r"|Rehab\w*)\b|医院|诊所|门诊|医疗中心|药业|公司|集团"
)
PUBLIC = re.compile(
    r"\b(?:World Health|National|Ministry|Federal|Government|University of|Royal College)\b|世界卫生|国家"
    r"|卫生部"
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅"
    "沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭"
    "廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_VERB_ZH = "(?:表示|说|指出|认为|介绍|提醒|告诉|强调|解释|建议|坦言|透露)"
QUOTED_ZH = re.compile(
    rf"(?P<name>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?:副?院长|副?主任医师|副?主任|副?教授|医生|医师|博士"
    rf"|专家|护士长))[\u4e00-\u9fff]{{0,2}}?{_VERB_ZH}"
)
INSTITUTION_ZH = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{2,20}}?(?:医院|诊所|医疗中心|门诊部|研究院|研究所))的?(?:专家|医生|医师"
    rf"|教授)们?{_VERB_ZH}"
)


def find_people(page, passages):
    """Give the Attributions in `passages` (list of Passage): quoted experts and providers; note each."""
    found = {}
    for passage in passages:
        for role, name, offset in _speakers(passage.text):
            key = (role, name)
            if key not in found:
                found[key] = Attribution(role, name, passage.line_at(offset))
                page.ledger.flagged(found[key].line, name, role)
    people = [person for person in found.values() if person.role != "institution"]
    if any(person.role == "provider" for person in people):
        line = next(person.line for person in people if person.role == "provider")
        page.ledger.proposed(line, "", "provider_claims", "provider_label")
    return people


def _speakers(text):
    for pattern in (QUOTED, SAYS_TITLE, QUOTED_ZH):
        for match in pattern.finditer(text):
            yield "quoted", match["name"].rstrip(" ."), match.start()
    for pattern in (INSTITUTION, ACCORDING, INSTITUTION_ZH):
        for match in pattern.finditer(text):
            name = re.sub(r"(?: (?:of|the|and|for|&))+$", "", match["name"])
            if PROVIDER.search(name) and not PUBLIC.search(name):
                yield "provider", name, match.start()
            elif pattern is not ACCORDING:
                yield "institution", name, match.start()

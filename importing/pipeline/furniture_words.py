"""What the frame around a text says on any site, English and Chinese: the words, as patterns."""

import re


def _whole(pattern):
    return re.compile(rf"\W*+(?:{pattern})\W*", re.IGNORECASE)


MENU = _whole(
    r"(?:go\s+|jump\s+)?(?:back|return|up)(?:\s+to)?(?:\s+the)?(?:\s+main)?\s+"
    r"(?:menu|top|home\s?page|home|list|index|overview|previous page|contents)"
    r"|(?:main |site |mobile )?menu|close(?: menu| window| x)?|home(?:\s?page)?|search(?: this site)?"
    r"|log\s?in|log\s?out|sign (?:in|up|out)|register|subscribe|contact(?: us)?|about us|my account"
    r"|skip to (?:the )?(?:main )?(?:content|navigation)|(?:toggle|open|show|hide) (?:navigation|menu|search)"
    r"|read more|learn more|(?:see|view|show) (?:more|all|less)|load more|next page|previous page|site\s?map"
    r"|privacy policy|terms (?:of (?:use|service)|and conditions)|cookie (?:policy|settings|preferences)"
    r"|(?:accept|reject) (?:all )?cookies|book an appointment|online consultation|english|中文|简体中文"
    r"|繁體中文"
    r"|首页|主页|网站首页|菜单|导航|关闭|返回(?:首页|顶部|列表|上一页|目录|菜单|主页)?|回到顶部|登录|注册"
    r"|搜索"
    r"|联系我们|关于我们|更多|查看更多|阅读全文|展开全文|网站地图|在线咨询|在线客服|预约挂号|免费咨询"
    r"|设为首页"
    r"|加入收藏|隐私政策|跳到(?:主要)?内容"
)
_NETWORK = (
    r"(?:facebook|twitter|linkedin|whatsapp|wechat|weibo|pinterest|reddit|telegram"
    r"|qq空间|qq|微信|微博|朋友圈)"
)
_SHARE_VERB = r"(?:share|print|e-?mail|tweet|pin|save|bookmark)"
_SHARE_WITH = rf"(?:{_NETWORK}|e-?mail|a friend|friends)"
SHARE = _whole(
    rf"{_SHARE_VERB}(?: (?:this )?(?:page|article|post|story))?"
    rf"(?:\s*[:：]?\s*(?:on|via|to|with|by)?\s*{_SHARE_WITH}(?:[\s|/,·、]+{_SHARE_WITH})*)?"
    rf"(?:\s*[|/,·]?\s*{_SHARE_VERB})*"
    rf"|{_NETWORK}(?:[\s|/,·、]+{_NETWORK})*"
    r"|分享(?:到|至|给)?(?:[:：\s|、]*(?:微信|微博|QQ空间|QQ|朋友圈|好友))*|打印(?:本页|本文|此页)?"
    r"|收藏(?:本页|本文)?|点赞"
)
COPYRIGHT = re.compile(
    r"(?:\W*©|\W*\(c\)\s|\W*+(?:copyright\b.*(?:\d{4}|reserved)|版权所有|版权声明)"
    r"|.*(?:\ball rights reserved|ICP备|公网安备)).*",
    re.IGNORECASE,
)
_DATE = (
    r"(?:\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?|\d{1,2}[ ./-]\w{1,9}[ ./-]\d{4}"
    r"|[a-z]{3,9}\.? \d{1,2},? \d{4})"
    r"(?:\W{1,3}\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?)?"
)
META = _whole(
    r"(?:page )?(?:views?|reads?|hits|clicks|word count)\s*[:：]\s*[\d,.]+k?"
    r"|(?:阅读|浏览|点击|访问)(?:量|次数|数)?\s*[:：(（]?\s*\d+\s*次?"
    r"|(?:first )?(?:published|posted|updated|last (?:updated|modified|reviewed)|date|time)"
    rf"(?: (?:on|at|date))?\s*[:：]?\s*{_DATE}"
    rf"|(?:发布|发表|更新|修改)?(?:时间|日期|于)?\s*[:：]?\s*{_DATE}"
    r"|(?:字号|字体)\s*[:：]?.{0,20}|\d+\s*min(?:ute)?s? read|阅读时间.{0,12}"
)
BYLINE = re.compile(
    r"(?:(?i:authors?)\s*[:：]|(?i:written by)\s*[:：]?|(?:作者|撰文)\s*[:：\s]"
    r"|文/)\s*(?P<name>\S.{0,58}?)\s*$"
    r"|[Bb]y (?P<by>(?:(?:[A-Z][\w'’-]*|Dr\.|[A-Z]\.)\s?){2,5})$"
)
ORIGIN = re.compile(
    r"(?:source|来源|文章来源|信息来源|责任编辑|编辑|editor)\s*[:：]\s*\S.{0,60}$", re.IGNORECASE
)
OLD_ADDRESS = re.compile(
    r"(?:(?:page |original |source |canonical )(?:url|address|link)|url|permalink"
    r"|(?:本文|原文|页面|文章)(?:链接|地址|网址)|网址)\s*[:：]\s*https?://\S+$",
    re.IGNORECASE,
)
TRAIL_START = re.compile(
    r"(?:you are here|current (?:position|location)|(?:您的|您|你的)?(?:当前|现在的?|所在)位置)\s*[:：]?",
    re.IGNORECASE,
)
TRAIL_MARK = re.compile(r"(?<!\s)\s*[>›»→]+\s*")
ROW_MARK = re.compile(r"(?<!\s)\s*[|｜·•]\s*")
NEIGHBOUR = re.compile(
    r"(?:(?P<previous><<+|«|‹|←|previous(?: (?:article|post|page|one))?|prev|上一?[篇页条]|前一篇)"
    r"|(?P<next>>>+|»|›|→|next(?: (?:article|post|page|one))?|下一?[篇页条]"
    r"|后一篇))\s*[:：]\s*(?P<title>.*)$",
    re.IGNORECASE,
)
ARROW = re.compile(r"(?:(?P<previous><<+|«)|(?P<next>>>+|»))\s*(?P<title>[^\W_].{2,120})$")
NO_NEIGHBOUR = _whole(r"(?:none|nothing|no (?:more|previous|next).*|没有了?|无|暂无|已是(?:最后|第)一篇)?")
RELATED_HEADING = _whole(
    r"(?:related|similar|recommended|popular|latest|recent|more)\s+(?:articles?|posts?|reading|news|stories"
    r"|pages|links|content)"
    r"|you (?:may|might) also (?:like|be interested in)|recommended for you|further articles"
    r"|相关(?:文章|阅读|推荐|新闻|内容|链接|资讯|知识)|推荐(?:阅读|文章)|热门(?:文章|推荐|资讯)|最新(?:文章"
    r"|资讯)|猜你喜欢|延伸阅读"
)
COMMENT_HEADING = _whole(
    r"(?:post|leave|add|write|submit) (?:a |your )?(?:comment|reply|response)"
    r"|(?:reader )?comments?(?:\s*[(（]\d+[)）])?"
    r"|\d+ comments?|no comments(?: yet)?|发表(?:评论|留言)|我要(?:评论|留言)|(?:网友|读者"
    r"|文章)?评论(?:\s*[(（]\d+[)）])?|发布评论|留言板"
)
COMMENT_FORM = _whole(
    r"(?:your )?(?:name|e-?mail(?: address)?|website|comment|message|captcha)(?:\s*\(.{0,30}\))?\s*\*?"
    r"|submit|send|reset|cancel reply"
    r"|(?:post|submit) comment|your e-?mail address will not be published.*|required fields are marked.*"
    r"|save my name.*"
    r"|(?:姓名|昵称|称呼|邮箱|电子邮件|网址|验证码|评论内容|内容|提交|提交评论|取消回复)|您的(?:姓名|邮箱"
    r"|评论).{0,10}"
)
ELLIPSIS = re.compile(r"(?<!\.\.\.)\.\s?\.\s?\.+$|(?<!…)…+$")
SEPARATOR = re.compile(r"[\W_]+")

"""What may be kept in front of Django, and what in the database does not change what visitors see."""

# Never shown to visitors. A table that is not named here counts: a change of it renews every page.
QUIET_TABLES = frozenset(
    [
        "auth_group",
        "auth_group_permissions",
        "auth_permission",
        "comments_addresssalt",
        "comments_cannedreply",
        "comments_commentreport",
        "comments_helpfulvote",
        "comments_mailaddress",
        "comments_moderationlogentry",
        "comments_outgoingmail",
        "comments_pagefeedback",
        "comments_ratecount",
        "comments_sanction",
        "demo_loadeditem",
        "django_admin_log",
        "django_content_type",
        "django_migrations",
        "django_session",
        "django_tasks_database_dbtaskresult",
        "editorial_boardentry",
        "editorial_boardentry_subjects",
        "editorial_brokenlink",
        "editorial_claimexception",
        "editorial_digestsent",
        "editorial_medicalreviewstate",
        "editorial_medicalreviewtask",
        "editorial_safetyreport",
        "editorial_user_groups",
        "editorial_user_user_permissions",
        "freshness_storedpage",
        "freshness_touch",
        "importing_importedfile",
        "importing_importrun",
        "importing_ledgerline",
        "importing_matchproposal",
        "importing_unresolvedlink",
        "operations_jobrun",
        "otp_totp_totpdevice",
        "pages_missedsearch",
        "pages_missingaddress",
        "pages_searchterm",
        "pages_siterendition",
        "pages_spelling",
        "protection_recoverycode",
        "protection_trycount",
        "wagtail_localize_localesynchronization",
        "wagtail_localize_overridablesegment",
        "wagtail_localize_relatedobjectsegment",
        "wagtail_localize_segmentoverride",
        "wagtail_localize_string",
        "wagtail_localize_stringsegment",
        "wagtail_localize_stringtranslation",
        "wagtail_localize_template",
        "wagtail_localize_templatesegment",
        "wagtail_localize_translatableobject",
        "wagtail_localize_translation",
        "wagtail_localize_translationcontext",
        "wagtail_localize_translationlog",
        "wagtail_localize_translationsource",
        "wagtailadmin_admin",
        "wagtailadmin_editingsession",
        "wagtailadmin_formstate",
        "wagtailcore_comment",
        "wagtailcore_commentreply",
        "wagtailcore_groupapprovaltask",
        "wagtailcore_groupapprovaltask_groups",
        "wagtailcore_groupcollectionpermission",
        "wagtailcore_grouppagepermission",
        "wagtailcore_groupsitepermission",
        "wagtailcore_modellogentry",
        "wagtailcore_pagelogentry",
        "wagtailcore_pagesubscription",
        "wagtailcore_revision",
        "wagtailcore_task",
        "wagtailcore_taskstate",
        "wagtailcore_uploadedfile",
        "wagtailcore_workflow",
        "wagtailcore_workflowcontenttype",
        "wagtailcore_workflowpage",
        "wagtailcore_workflowstate",
        "wagtailcore_workflowtask",
        "wagtailembeds_embed",
        "wagtailforms_formsubmission",
        "wagtailimages_rendition",
        "wagtailsearch_indexentry",
        "wagtailsearch_indexentry_fts",
        "wagtailsearchpromotions_query",
        "wagtailsearchpromotions_querydailyhits",
        "wagtailusers_userprofile",
    ]
)

# Not shown, of tables that are: keeping books of a page's draft, of a comment's fate.
QUIET_COLUMNS = {
    "wagtailcore_page": frozenset(
        [
            "draft_title",
            "has_unpublished_changes",
            "latest_revision_id",
            "latest_revision_created_at",
            "locked",
            "locked_at",
            "locked_by_id",
        ]
    ),
    "editorial_review": frozenset({"revision_id"}),
    "editorial_user": frozenset({"last_login", "password"}),
    "comments_readercomment": frozenset(
        [
            "claimed_at",
            "claimed_by_id",
            "version",
            "path",
            "level",
            "email",
            "email_confirmed",
            "email_key",
            "network_key",
            "notify_replies",
            "lane",
            "report_count",
            "reports_settled",
            "reasons",
            "risk",
            "spam_score",
            "first_approver_id",
        ]
    ),
}

# A new row of these is seen only where this column is true: a comment that waits renews nothing.
SHOWN_BY = {"comments_readercomment": "shown"}

# Tables whose rows are looked up one by one: the columns by which they are, each with the word of its tag,
# and the kind of a change. Such a change renews what was made from that row and what looks through many, not
# every page. "id" is the word for a column that names a page: the page counts as changed.
TAGGED = {
    "wagtailcore_page": ({"id": "id"}, ""),
    "articles_articlepage": ({"page_ptr_id": "id"}, "lists"),
    "articles_articlepage_conditions": ({"articlepage_id": "id"}, "lists"),
    "articles_articlepage_treatments": ({"articlepage_id": "id"}, "lists"),
    "articles_articletag": ({"content_object_id": "id"}, "lists"),
    "articles_pickedarticle": ({"page_id": "picked"}, "lists"),
    "articles_relatedarticle": ({"from_page_id": "related"}, "lists"),
    "comments_readercomment": ({"page_id": "comments"}, "comments"),
    "conditions_conditioncode": ({"page_id": "codes"}, "subjects"),
    "conditions_conditionname": ({"page_id": "names"}, "subjects"),
    "conditions_conditionpage": ({"page_ptr_id": "id"}, "subjects"),
    "conditions_listedname": ({"page_id": "listed"}, "subjects"),
    "conditions_stageevidence": ({"option_id": "evidence"}, "subjects"),
    "conditions_treatmentname": ({"page_id": "treatment_names"}, "subjects"),
    "conditions_treatmentoption": (
        {"id": "option", "page_id": "options", "treatment_id": "options_of"},
        "subjects",
    ),
    "conditions_treatmentpage": ({"page_ptr_id": "id"}, "subjects"),
    "editorial_contribution": ({"page_id": "by"}, "lists"),
    "editorial_contributorpage": ({"page_ptr_id": "id"}, "people"),
    "editorial_correction": ({"page_id": "corrected"}, "lists"),
    "editorial_review": ({"page_id": "reviewed"}, "lists"),
    "editorial_source": ({"id": "source"}, "sources"),
    "pages_sharepicture": ({"page_id": "share"}, "lists"),
    "pages_siteimage": ({"id": "picture"}, "pictures"),
    "wagtailcore_referenceindex": ({"object_id": "refers"}, "lists"),
    # On no page: kept in each process for whoever posts a comment, so they must be counted.
    "comments_spammodel": ({"created_at": "learned"}, "guard"),
    "comments_wordlist": ({"kind": "words"}, "guard"),
    "editorial_claimpattern": ({"rule_id": "claims"}, "guard"),
    "editorial_claimrule": ({"code": "claims"}, "guard"),
}
# Pages of these types come and go by the thousand and have none below them; those of others renew all.
TAGGED_TYPES = {
    "articles_articlepage": ("articles", "articlepage"),
    "conditions_conditionpage": ("conditions", "conditionpage"),
    "conditions_treatmentpage": ("conditions", "treatmentpage"),
    "editorial_contributorpage": ("editorial", "contributorpage"),
}
# They lie so deep in the tree: root, home page, list, page.
TAGGED_DEPTH = 4
# By what they are looked up besides the columns of every page, and what articles are about.
TAGGED_COLUMNS = {"articles_articlepage": ("series_id",)}
TAGGED_FACTS = """
    SELECT page.id, page.content_type_id, page.translation_key, page.path, page.slug, page.depth,
        page.numchild, article.series_id
    FROM wagtailcore_page page LEFT JOIN articles_articlepage article ON article.page_ptr_id = page.id
    WHERE page.id IN ({ids})
"""
TAGGED_SUBJECTS = """
    SELECT page.translation_key FROM wagtailcore_page page WHERE page.id IN (
        SELECT conditionpage_id FROM articles_articlepage_conditions WHERE articlepage_id IN ({ids})
        UNION ALL
        SELECT treatmentpage_id FROM articles_articlepage_treatments WHERE articlepage_id IN ({ids}))
"""
# The columns of these tables that name what an article is about, by its page id.
TAGGED_ABOUT = {
    "articles_articlepage_conditions": "conditionpage_id",
    "articles_articlepage_treatments": "treatmentpage_id",
}

# Parts of pages that are stored by themselves. By name: who renders one, called with what it is about and
# the request, and the tables of which it reads only rows about the page that it is about; None where the part
# is made at each reading.
LIVE_PARTS = {
    "comments": ("comments.live.comments_section", {"comments_readercomment"}),
    "related": ("articles.related.section.related_section", set()),
    "today": ("freshness.templatetags.clock.date_of_today", None),
}

# Addresses of one visitor's own, or that must always be asked; without the language before them.
NEVER_KEPT = (
    *("/admin", "/django-admin", "/documents/", "/media/", "/static/", "/comments/", "/search/", "/safety/"),
    *("/healthz", "/readyz", "/changes.json", "/infobutton"),
)

# The parameters that a page knows, by the start of its address; with any other it is not kept.
KEPT_PARAMETERS = (
    ("/sitemap", {"p"}),
    ("/feeds/", set()),
    ("/", {"page", "letter", "group", "format", "condition"}),
)

# Besides the session: whoever sends one of these may see something of their own.
COOKIES_OF_SOMEBODY = frozenset({"messages", "sessionid", "__Host-sessionid", "comment_writer"})


def front_caches(env):
    """Give Wagtail's settings (dict) of the caches in front of the site that the environment names."""
    backends = "wagtail.contrib.frontend_cache.backends"
    found = {}
    if location := env.str("FRONT_CACHE_URL", default=""):
        found["http"] = {"BACKEND": f"{backends}.HTTPBackend", "LOCATION": location}
    if zone := env.str("FRONT_CACHE_CLOUDFLARE_ZONE", default=""):
        token = env.str("FRONT_CACHE_CLOUDFLARE_TOKEN", default="")
        found["cloudflare"] = {
            "BACKEND": f"{backends}.CloudflareBackend",
            "ZONEID": zone,
            "BEARER_TOKEN": token,
        }
    return found

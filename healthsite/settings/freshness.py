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
        "comments_spammodel",
        "comments_wordlist",
        "demo_loadeditem",
        "django_admin_log",
        "django_content_type",
        "django_migrations",
        "django_session",
        "django_tasks_db_dbtaskresult",
        "editorial_boardentry",
        "editorial_boardentry_subjects",
        "editorial_brokenlink",
        "editorial_claimexception",
        "editorial_claimpattern",
        "editorial_claimrule",
        "editorial_digestsent",
        "editorial_medicalreviewstate",
        "editorial_medicalreviewtask",
        "editorial_safetyreport",
        "editorial_user_groups",
        "editorial_user_user_permissions",
        "freshness_storedpage",
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

# Tables behind the live parts of pages: a change there leaves what is stored of a page as it is.
LIVE_TABLES = {"comments_readercomment": "comments"}
# Who fills them, by name: called with what it is about and the request, gives HTML.
LIVE_PARTS = {"comments": "comments.live.comments_section"}

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

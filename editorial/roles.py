"""Who may do what: four groups, each with the least it needs.

The table is applied by a migration and can be applied again by `manage.py setup_roles`, which adds what is
missing and takes nothing away that an administrator has added.
"""

EDITORS = "Editors"
REVIEWERS = "Medical reviewers"
MODERATORS = "Moderators"
PUBLISHERS = "Publishers"

ADMIN = ["wagtailadmin.admin.access_admin"]
READ_DESK = [
    "editorial.source.view_source",
    "editorial.fact.view_fact",
    "articles.series.view_series",
    "pages.glossaryterm.view_glossaryterm",
]
WRITE_DESK = [
    f"{model}.{action}_{model.split('.')[1]}"
    for model in ("editorial.source", "editorial.fact", "articles.series", "pages.glossaryterm")
    for action in ("add", "change")
]
KEEP_CLAIM_RULES = [
    f"editorial.claimrule.{action}_claimrule" for action in ("add", "change", "delete", "view")
]
DECIDE_CLAIMS = ["editorial.claimexception.approve_claimexception"]
DECIDE_REPORTS = ["editorial.safetyreport.decide_safetyreport"]

KEEP_WORD_LISTS = [
    f"comments.{model}.{action}_{model}"
    for model in ("wordlist", "cannedreply")
    for action in ("add", "change", "delete", "view")
]

TRANSLATE = ["wagtail_localize.translation.submit_translation"]

MODEL_PERMISSIONS = {
    EDITORS: [*ADMIN, *READ_DESK, *WRITE_DESK, *TRANSLATE],
    REVIEWERS: [*ADMIN, *READ_DESK, *DECIDE_CLAIMS, *DECIDE_REPORTS],
    MODERATORS: [
        *ADMIN,
        "comments.readercomment.moderate_readercomment",
        "comments.readercomment.view_readercomment",
        *KEEP_WORD_LISTS,
    ],
    PUBLISHERS: [
        *ADMIN,
        *READ_DESK,
        *WRITE_DESK,
        *TRANSLATE,
        *DECIDE_CLAIMS,
        *KEEP_CLAIM_RULES,
        "pages.glossaryterm.delete_glossaryterm",
        *DECIDE_REPORTS,
        "editorial.withdrawal.withdraw_page",
        "editorial.contributorpage.verify_contributor",
        "pages.sitesettings.change_sitesettings",
        "comments.commentsettings.change_commentsettings",
        "wagtailredirects.redirect.add_redirect",
        "wagtailredirects.redirect.change_redirect",
        "wagtailredirects.redirect.delete_redirect",
    ],
}

PAGE_PERMISSIONS = {
    EDITORS: ["add_page", "change_page"],
    PUBLISHERS: ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"],
}

COLLECTION_PERMISSIONS = {
    EDITORS: ["add_image", "change_image", "choose_image", "add_document", "change_document"],
    PUBLISHERS: ["add_image", "change_image", "choose_image", "add_document", "change_document"],
}

# Wagtail asks for the permissions of its own Image, whatever model holds the pictures.
COLLECTION_APPS = {"image": "wagtailimages", "document": "wagtaildocs"}


def setup_roles(apps):
    """Create the four groups and grant each what the tables above say.

    `apps`: the app registry, a migration's or `django.apps.apps`.
    """
    for name, permissions in MODEL_PERMISSIONS.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.add(*[_permission(apps, *permission.split(".")) for permission in permissions])
        _grant_pages(apps, group, PAGE_PERMISSIONS.get(name, []))
        _grant_collections(apps, group, COLLECTION_PERMISSIONS.get(name, []))


def _permission(apps, app_label, model, codename):
    """Give the Permission, made here when its model's migration has not run yet."""
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type,
        codename=codename,
        defaults={"name": codename.replace("_", " ").capitalize()},
    )
    return permission


def _grant_pages(apps, group, codenames):
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1).first()
    for codename in codenames if root else []:
        apps.get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(
            group=group, page=root, permission=_permission(apps, "wagtailcore", "page", codename)
        )


def _grant_collections(apps, group, codenames):
    root = apps.get_model("wagtailcore", "Collection").objects.filter(depth=1).first()
    for codename in codenames if root else []:
        model = codename.split("_")[1]
        apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
            group=group,
            collection=root,
            permission=_permission(apps, COLLECTION_APPS[model], model, codename),
        )

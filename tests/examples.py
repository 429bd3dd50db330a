"""Examples for the parts of addresses (tests/surface.py), taken from what the database holds."""

from django.apps import apps

# Namespace of the admin: the model whose first row stands for `pk`.
MODELS = {
    "wagtailadmin_collections": "wagtailcore.Collection",
    "wagtailadmin_workflows": "wagtailcore.Workflow",
    "wagtaildocs_chooser": "wagtaildocs.Document",
    "wagtailimages_chooser": "pages.SiteImage",
    "wagtaillocales": "wagtailcore.Locale",
    "wagtailsites": "wagtailcore.Site",
    "wagtailusers_groups": "auth.Group",
    "wagtailusers_users": "editorial.User",
    "wagtailsettings": "pages.SiteSettings",
    "claims_exception": "editorial.ClaimException",
    "board_entry": "editorial.BoardEntry",
}
# Part of an address: the model whose first row stands for it.
ROWS = {
    "image_id": "pages.SiteImage",
    "document_id": "wagtaildocs.Document",
    "comment_id": "comments.ReaderComment",
    "task_id": "wagtailcore.Task",
    "task_state_id": "wagtailcore.TaskState",
    "workflow_state_id": "wagtailcore.WorkflowState",
    "workflow_pk": "wagtailcore.Workflow",
    "collection_id": "wagtailcore.Collection",
    "translation_id": "wagtail_localize.Translation",
    "translation_source_id": "wagtail_localize.TranslationSource",
    "string_segment_id": "wagtail_localize.StringSegment",
    "overridable_segment_id": "wagtail_localize.OverridableSegment",
    "run_id": "importing.ImportRun",
    "file_id": "importing.ImportedFile",
    "proposal_id": "importing.MatchProposal",
    "redirect_id": "wagtailredirects.Redirect",
    "report_id": "editorial.SafetyReport",
    "correction_id": "editorial.Correction",
    "withdrawal_id": "editorial.Withdrawal",
    "sanction_id": "comments.Sanction",
    "feedback_id": "comments.PageFeedback",
    "query_id": "wagtailsearchpromotions.Query",
}
FIXED = {
    "app_label": "articles",
    "model_name": "articlepage",
    "content_type_app_name": "articles",
    "content_type_model_name": "articlepage",
    "app_name": "pages",
    "object_id": 1,
    "content_type_id": 1,
    "id": 1,
    "session_id": 1,
    "uploaded_file_id": 1,
    "restriction_id": 1,
    "page_view_restriction_id": 1,
    "slug": "spine",
    "section": "pages",
    "token": "no-such-token",
    "uidb64": "MQ",
    "url": "nowhere",
    "path": "nothing.png",
    "mode": "default",
    "filter_spec": "max-165x165",
    "decision": "accept",
    "action": "delete",
    "action_name": "approve",
    "importing:act.action": "reread",
    "wagtailadmin_api:pages:action.action_name": "copy",
    "wagtailsettings.model_name": "sitesettings",
    "wagtailadmin_workflows:add_task.app_label": "editorial",
    "wagtailadmin_workflows:add_task.model_name": "medicalreviewtask",
    "wagtail_localize:submit_snippet_translation.app_label": "pages",
    "wagtail_localize:submit_snippet_translation.model_name": "glossaryterm",
    "wagtail_localize:snippets_api_listing.app_label": "pages",
    "wagtail_localize:snippets_api_listing.model_name": "glossaryterm",
    "wagtail_localize:snippets_api_detail.app_label": "pages",
    "wagtail_localize:snippets_api_detail.model_name": "glossaryterm",
    "wagtailadmin_editing_sessions.app_label": "articles",
    "wagtailadmin_editing_sessions.model_name": "articlepage",
    "wagtailadmin_tag_model_autocomplete.app_name": "taggit",
    "wagtailadmin_tag_model_autocomplete.model_name": "tag",
    "wagtail_serve()": ["articles/spine/"],
    "markdown.path": "articles/spine/",
}


def first(label):
    """Give the key of the first row of a model (str "app.Model"), 1 when it has none."""
    row = apps.get_model(label).objects.order_by("pk").first()
    return row.pk if row else 1


def examples(page, parent):
    """Give an example for every part of an address (dict); `page` and `parent` (Pages) stand for pages."""
    pages = dict.fromkeys(("page_id", "page_to_move_id", "page_pk"), page.pk)
    parents = dict.fromkeys(("parent_page_id", "destination_id"), parent.pk)
    snippets = {
        f"wagtailsnippet{kind}_{model._meta.app_label}_{model._meta.model_name}.pk": first(model._meta.label)
        for model in apps.get_models()
        for kind in ("s", "choosers")
    }
    document = apps.get_model("wagtaildocs.Document").objects.first()
    return (
        {"pk": 1, "wagtailadmin_api.pk": page.pk, "revision_id": page.latest_revision_id or 1}
        | {"wagtailadmin_pages:revisions_compare()": [page.pk, "earliest", "latest"]}
        | {"wagtaildocs_serve()": [document.pk, document.filename] if document else [1, "none.pdf"]}
        | {"wagtailadmin_editing_sessions.object_id": page.pk}
        | {part: first(label) for part, label in ROWS.items()}
        | {"doc_id": first("wagtaildocs.Document")}
        | {f"{name}.pk": first(label) for name, label in MODELS.items()}
        | {"wagtail_localize.pk": first("pages.GlossaryTerm")}
        | snippets
        | FIXED
        | pages
        | parents
    )

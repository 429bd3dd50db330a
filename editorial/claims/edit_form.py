"""The page as it stands in an editor's open form, saved or not."""

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import Resolver404, resolve
from django.utils.datastructures import MultiValueDictKeyError
from wagtail.models import Page, get_page_models

from editorial.models import MedicalPage


def form_of(request, address):
    """Give the bound form of the page that `request.POST` describes, None when it is no medical page.

    `address`: the path (str) of the form, of an edit or an add view. Raises BadRequest for another
    address, Http404 for a page that is not there, PermissionDenied for one this person may not edit.
    """
    try:
        match = resolve(address)
    except Resolver404:
        raise BadRequest("No such form.") from None
    if match.view_name == "wagtailadmin_pages:edit":
        return _edit_form(request, **match.kwargs)
    if match.view_name == "wagtailadmin_pages:add":
        return _add_form(request, **match.kwargs)
    raise BadRequest("Not the form of a page.")


def _edit_form(request, page_id):
    page = get_object_or_404(Page.objects.select_related("latest_revision"), pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if not issubclass(page.specific_class or Page, MedicalPage):
        return None
    return _bound(request, page.get_latest_revision_as_object(), page.get_parent().specific)


def _add_form(request, content_type_app_name, content_type_model_name, parent_page_id):
    parent = get_object_or_404(Page, pk=parent_page_id).specific
    models = {(model._meta.app_label, model._meta.model_name): model for model in get_page_models()}
    model = models.get((content_type_app_name, content_type_model_name))
    if model is None:
        raise Http404
    if not parent.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    if not issubclass(model, MedicalPage):
        return None
    return _bound(request, model(owner=request.user, locale=parent.locale), parent)


def page_of(form):
    """Give the page in a bound form, with its children; with mistakes in it, as far as it can be read.

    Raises BadRequest when fields of the form were not sent at all.
    """
    try:
        return form.save(commit=False) if form.is_valid() else form.instance
    except MultiValueDictKeyError as error:
        raise BadRequest("A part of the form is missing.") from error


def _bound(request, page, parent):
    form_class = page.get_edit_handler().get_form_class()
    form = form_class(request.POST, instance=page, parent_page=parent, for_user=request.user)
    form.defer_required_fields()
    return form

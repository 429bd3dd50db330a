"""The second step: who is asked, what is accepted, what a half sign-in opens."""

import time

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from editorial.roles import EDITORS, PUBLISHERS, REVIEWERS
from protection.models import RecoveryCode
from tests.editorial.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
PASSWORD = "a-long-password"
HOME, CHECK, SET_UP = "/admin/", "/admin/two-step/check/", "/admin/two-step/set-up/"


def code_of(device, steps=0):
    """Give the code (str) that an authenticator shows now, or some steps of 30 seconds later."""
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits)
    totp.time = time.time() + steps * device.step
    return f"{totp.token():06}"


@pytest.fixture(autouse=True)
def required(settings, tree):
    settings.TWO_STEP_REQUIRED = True


@pytest.fixture
def publisher(tree):
    return make_user("pub", PUBLISHERS)


@pytest.fixture
def device(publisher):
    """The publisher's authenticator."""
    return TOTPDevice.objects.create(user=publisher, name="phone", confirmed=True)


def sign_in(client, name="pub", **more):
    words = {"username": name, "password": PASSWORD, "next": HOME}
    return client.post("/admin/login/", words | more, follow=True)


@pytest.mark.parametrize("group", [PUBLISHERS, REVIEWERS])
def test_who_publishes_or_signs_sets_the_second_step_up_first(client, group):
    make_user("kim", group)
    answer = sign_in(client, "kim")
    assert answer.redirect_chain[-1][0].startswith(SET_UP)
    assert "Set up the two-step login" in answer.content.decode()


def test_a_superuser_sets_it_up_too(admin_client):
    assert admin_client.get("/django-admin/").url.startswith(SET_UP)


def test_an_editor_is_not_forced_but_may(client):
    make_user("ed", EDITORS)
    assert sign_in(client, "ed").redirect_chain[-1][0] == HOME
    assert reverse("two_step") in client.get("/admin/account/").content.decode()


def test_the_setting_switches_the_requirement_off(client, publisher, settings):
    settings.TWO_STEP_REQUIRED = False
    assert sign_in(client).redirect_chain[-1][0] == HOME


def test_setting_up_shows_a_picture_and_then_ten_codes_once(client, publisher):
    page = sign_in(client).content.decode()
    assert "<svg" in page
    waiting = TOTPDevice.objects.get(user=publisher, confirmed=False)
    answer = client.post(SET_UP, {"code": code_of(waiting), "password": PASSWORD})
    assert len(answer.context["codes"]) == 10
    assert client.get(HOME).status_code == 200
    assert answer.context["codes"][0] not in client.get("/admin/two-step/").content.decode()


@pytest.mark.parametrize("wrong", [{"code": "000000"}, {"password": "not-the-password"}])
def test_nothing_is_switched_on_by_a_wrong_code_or_password(client, publisher, wrong):
    sign_in(client)
    waiting = TOTPDevice.objects.get(user=publisher)
    client.post(SET_UP, {"code": code_of(waiting), "password": PASSWORD} | wrong)
    waiting.refresh_from_db()
    assert not waiting.confirmed


def test_setting_up_ends_the_other_sessions_of_the_person(client, publisher, settings):
    other = type(client)()
    for browser in (client, other):
        sign_in(browser)
    waiting = TOTPDevice.objects.get(user=publisher)
    client.post(SET_UP, {"code": code_of(waiting), "password": PASSWORD})
    assert client.get(HOME).status_code == 200
    assert other.get(HOME).url.startswith("/admin/login/")


def test_a_password_alone_opens_nothing(client, device):
    assert sign_in(client).redirect_chain[-1][0].startswith(CHECK)
    for place in (HOME, "/admin/pages/", "/django-admin/", SET_UP, "/admin/two-step/remove/"):
        assert client.get(place).url.startswith(CHECK), place


def test_outside_the_admin_half_a_sign_in_is_none(client, device):
    sign_in(client)
    assert client.get("/").wsgi_request.user.is_anonymous


def test_the_code_of_this_moment_lets_in_and_leads_on(client, device):
    sign_in(client)
    key = client.session.session_key
    answer = client.post(CHECK, {"code": code_of(device), "next": "/admin/pages/"})
    assert answer.url == "/admin/pages/"
    assert client.get(HOME).status_code == 200
    assert client.session.session_key != key


def test_nobody_is_led_to_another_site(client, device):
    sign_in(client)
    answer = client.post(CHECK, {"code": code_of(device), "next": "https://evil.example/"})
    assert answer.url == HOME


def test_a_code_works_once(client, device):
    code = code_of(device)
    sign_in(client)
    client.post(CHECK, {"code": code})
    client.logout()
    sign_in(client)
    assert "not right" in client.post(CHECK, {"code": code}).content.decode()


def test_an_old_code_is_refused(client, device):
    sign_in(client)
    assert "not right" in client.post(CHECK, {"code": code_of(device, steps=-4)}).content.decode()


def test_a_recovery_code_lets_in_once(client, device, publisher):
    code = RecoveryCode.renew(publisher)[0]
    sign_in(client)
    assert client.post(CHECK, {"code": code.lower()}).status_code == 302
    client.logout()
    sign_in(client)
    assert "not right" in client.post(CHECK, {"code": code}).content.decode()
    assert RecoveryCode.objects.count() == 9


def test_recovery_codes_are_kept_as_hashes_only(publisher):
    codes = RecoveryCode.renew(publisher)
    kept = " ".join(RecoveryCode.objects.values_list("hash", flat=True))
    assert not any(code in kept or code.replace("-", "") in kept for code in codes)


def test_after_five_wrong_codes_one_waits_even_with_the_right_one(client, device):
    sign_in(client)
    for _try in range(5):
        client.post(CHECK, {"code": "000000"})
    assert "Wait 15 minutes" in client.post(CHECK, {"code": code_of(device)}).content.decode()


def test_removing_asks_for_the_password(client, device, publisher):
    sign_in(client)
    client.post(CHECK, {"code": code_of(device)})
    client.post("/admin/two-step/remove/", {"password": "wrong"})
    assert TOTPDevice.objects.filter(user=publisher).exists()
    client.post("/admin/two-step/remove/", {"password": PASSWORD})
    assert not TOTPDevice.objects.filter(user=publisher).exists()
    assert client.get(HOME).url.startswith(SET_UP)


def test_an_administrator_helps_whoever_lost_everything(client, device, publisher):
    RecoveryCode.renew(publisher)
    call_command("reset_two_step", "pub")
    assert sign_in(client).redirect_chain[-1][0].startswith(SET_UP)
    assert not RecoveryCode.objects.exists()


def test_helping_nobody_is_an_error():
    with pytest.raises(CommandError, match="no account nobody"):
        call_command("reset_two_step", "nobody")

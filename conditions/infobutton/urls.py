"""Where the Infobutton responder is: the same address for every language."""

from django.urls import path

from .views import infobutton

urlpatterns = [path("infobutton", infobutton, name="infobutton")]

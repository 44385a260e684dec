"""The screens of roles and of handing over, below the address of Wagtail's admin."""

from __future__ import annotations

from django.urls import path

from portal.departments.people import leaving, screens

app_name = "department_roles"

urlpatterns = [
    path("", screens.RolesIndexView.as_view(), name="index"),
    path("city/", screens.RolesView.as_view(), name="city"),
    path("city/give/", screens.GiveRoleView.as_view(), name="give_in_city"),
    path("city/take/", screens.TakeRoleView.as_view(), name="take_in_city"),
    path("<int:pk>/", screens.RolesView.as_view(), name="department"),
    path("<int:pk>/give/", screens.GiveRoleView.as_view(), name="give"),
    path("<int:pk>/take/", screens.TakeRoleView.as_view(), name="take"),
    path("hand-over/<int:pk>/", leaving.HandOverView.as_view(), name="hand_over"),
]

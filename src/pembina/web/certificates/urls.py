from django.urls import path

from pembina.web.certificates import badge_views, batch_views, own_views, public_views, staff_views

app_name = "certificates"

for_everybody = [
    path("periksa/", public_views.look_up, name="look_up"),
    path("periksa/<str:code>/", public_views.verify, name="verify"),
    path("kunci.json", badge_views.keys, name="keys"),
    path("penerbit.json", badge_views.issuer, name="issuer"),
    path("status/<int:number>/", badge_views.status, name="badge_status"),
]
urlpatterns = [
    *for_everybody,
    path("", staff_views.index, name="index"),
    path("unduh/", staff_views.export, name="export"),
    path("saya/", own_views.own, name="own"),
    path("angkatan/<int:pk>/", batch_views.batch, name="batch"),
    path("<int:pk>/", own_views.show, name="show"),
    path("<int:pk>/sertifikat.pdf", own_views.paper, name="paper"),
    path("<int:pk>/lencana.jwt", badge_views.badge, name="badge"),
    path("<int:pk>/lencana.json", badge_views.credential, name="credential"),
    path("<int:pk>/cabut/", staff_views.revoke, name="revoke"),
    path("<int:pk>/terbitkan-ulang/", staff_views.reissue, name="reissue"),
]

"""The city itself: settings, topics, districts, alert banners, pictures."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO

from django.core.files.images import ImageFile
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Page

from home.demo.content import fill, shape
from home.demo.pictures import render
from home.models import HomePage
from home.services import found_city
from portal.core.fields import Translated
from portal.core.models import AlertBanner, CityImage, CitySettings, District, MenuItem, Topic


def load_city(content: shape.Content, *, hostname: str, port: int) -> HomePage:
    city = content.city
    home = found_city(name=Translated(city.name), hostname=hostname, port=port)
    CitySettings.objects.update(
        name=Translated(city.name),
        tagline=Translated(city.tagline),
        contact_email=city.email,
        contact_phone=city.phone,
        address=Translated(city.address),
    )
    for topic in content.topics:
        Topic.objects.update_or_create(code=topic.code, defaults={"name": Translated(topic.name)})
    for district in content.districts:
        District.objects.update_or_create(
            code=district.code,
            defaults={
                "name": Translated(district.name),
                "order": district.order,
                "population": district.population,
                "outline": dict(district.geometry),
            },
        )
    return home


def load_picture(picture: shape.Picture, description: str) -> CityImage:
    """Draw one picture into the library."""
    data = render(picture.name)
    image = get_image_model()(title=picture.title["en"], description=description)
    image.file = ImageFile(BytesIO(data), name=f"{picture.name}.jpg")
    image.save()
    return image


def load_menus(content: shape.Content, targets: dict[str, Page]) -> None:
    """`targets` are the pages, in the default language, that links of the content name."""
    settings = CitySettings.objects.get()
    settings.menu_items.all().delete()
    menus = (
        (MenuItem.Menu.MAIN, content.city.main_menu),
        (MenuItem.Menu.TASKS, content.city.tasks),
        (MenuItem.Menu.FOOTER, content.city.footer),
    )
    for menu, links in menus:
        for place, link in enumerate(links):
            page = targets.get(link.target)
            if page is not None:
                MenuItem.objects.create(
                    city=settings, menu=menu, page=page, label=Translated(link.label), sort_order=place
                )


def load_banners(content: shape.Content, targets: dict[str, Page], now: datetime) -> None:
    today = timezone.localdate(now)
    for banner in content.banners:
        # The banners that do not show are there for editors to see how past ones looked.
        start = now - timedelta(hours=3) if banner.active else now - timedelta(days=40)
        AlertBanner.objects.create(
            level=banner.level,
            text=Translated({code: fill(text, code, today) for code, text in banner.text.items()}),
            link_page=targets.get(banner.link.target) if banner.link else None,
            starts_at=start,
            ends_at=now + timedelta(days=10) if banner.active else now - timedelta(days=38),
        )

# A small double of Django: the page that a view renders is only reported.
def render(request, template, context):
    report({'page': {'name': template, **context}})  # noqa: F821, a name of record.py
    return template

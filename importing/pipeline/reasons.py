"""Why a line was removed, changed, flagged or proposed: one sentence for an editor to each code."""

from django.utils.translation import gettext_lazy as _

REASONS = {
    # removed: page furniture
    "menu": _("A word of the old site's menu."),
    "share": _("A line for sharing or printing."),
    "breadcrumb": _("The old site's trail of pages."),
    "copyright": _("A copyright line of the old site."),
    "meta": _("A date, a counter or a setting of the old page."),
    "byline": _("Names the author; kept as a person to confirm."),
    "origin_line": _("Names where the old page came from."),
    "old_address": _("The address of the old page; its publication leads readers from there to here."),
    "separator": _("A separator without words."),
    "related_heading": _("The site shows its own list of related articles here."),
    "related_title": _("A title from the old list of related articles; kept as an unresolved link."),
    "comment_heading": _("The site shows its own comment form here."),
    "comment_form": _("A label of the old comment form."),
    "teaser": _("A cut-off teaser of another page; kept as an unresolved link."),
    "previous": _("The link to the previous page; kept as an unresolved link."),
    "next": _("The link to the next page; kept as an unresolved link."),
    "repeated_title": _("Repeats the title."),
    "question_label": _("The label of a question or of an answer."),
    # changed: characters
    "trailing_separator": _("A separator at the end of the line was left out."),
    "junk_question_mark": _("Question marks that stand for a lost character were left out."),
    "stray_point": _("A stray full stop was left out."),
    "loose_point": _("The space before a full stop was left out."),
    "control_character": _("Invisible control characters were left out."),
    "number_from_markup": _(
        "The number or bullet now comes from the list or the heading, not from typed text."
    ),
    # changed: structure
    "title_label": _("The label before the title was left out."),
    "section": _("Used as the section: the condition that the page belongs to."),
    "question": _("Set above the answer as the reader's question."),
    "run_in_heading": _("A heading that ran into its text was set apart."),
    "split_paragraph": _("One long line was split into paragraphs, each beginning with its own question."),
    "joined_lines": _("Lines broken in the middle of a sentence were joined."),
    # proposed
    "title_from_question": _("The page has no title. Its first question is proposed."),
    "title_from_heading": _("The page has no title. Its first heading is proposed."),
    "title_from_text": _("The page has no title. Its first words are proposed."),
    "title_from_name": _("The page has no title. The name of the file is proposed."),
    "question_title": _("The title is a question: the page may suit the format “question and answer”."),
    "embedded_heading": _("These words look like a heading that lost its line."),
    "derived_heading": _("The part has no heading; its first words are proposed, and also stay in the text."),
    "run_in_guess": _("A heading seems to end here, where a capital letter begins a new sentence."),
    "provider_label": _("An institution with an interest speaks here: the label “Contains provider claims”."),
    "group_guess": _("The group was guessed from the words around the treatment."),
    "synonym": _("The text uses both names for the same thing."),
    "title_synonym": _("The title, in another language, names the same thing."),
    # flagged
    "damaged": _("Damaged text: words are missing or wrong here. It stays as it is."),
    "mojibake": _("Wrongly decoded characters. The text stays as it is."),
    "numbering_gap": _("The numbering is not continuous in the source: %(number)s stands here."),
    "language_mismatch": _("Title and text are in different languages."),
    "language_unknown": _("The language of the text was not recognised."),
    "quoted": _("Quoted as an expert; the credentials are not verified."),
    "provider": _("Named as the speaker; recorded as an institution with an interest."),
    "institution": _("An institution is named as the speaker."),
    "author": _("Named as the author; to be confirmed."),
    "source": _("The text says that it draws on “%(title)s” (lines %(first)s to %(last)s)."),
    "caveat": _("The source's own caveat, kept beside “%(treatment)s”."),
    "no_condition": _("No condition was recognised. Choose one in the page."),
    "no_body": _("Only a title was found: the page has no text."),
    "condition_new": _("No condition of the site has a name like this: a draft is proposed."),
    "condition_same": _("Linked to “%(title)s”: the name is nearly the same. Please confirm."),
    "condition_exact": _("Linked to “%(title)s” by its name."),
    "treatment_new": _("No treatment of the site has a name like this: a draft is proposed."),
    "treatment_same": _("Linked to “%(title)s”: the name is nearly the same. Please confirm."),
    "treatment_exact": _("Linked to “%(title)s” by its name."),
    "group_differs": _("The page files “%(treatment)s” under “%(page)s”, the condition under “%(kept)s”."),
    "ascii_slug": _(
        "The address keeps the title's characters. Another address in plain letters is proposed."
    ),
    "old_address_unusable": _("This address cannot be led to the page. Please type another one above."),
    "lost": _("Found neither in the draft nor in this list. Please put the words back by hand."),
}


def explain(reason, details=None):
    """Give the sentence (str) for a reason code, with its details (dict) filled in."""
    sentence = str(REASONS[reason])
    return sentence % details if details else sentence

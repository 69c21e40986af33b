package dev.rowan.oracle;

import static dev.rowan.blog.Authors.AUTHOR;
import static dev.rowan.blog.Comments.COMMENT;
import static dev.rowan.blog.Editions.EDITION;
import static dev.rowan.blog.Errata.ERRATUM;
import static dev.rowan.blog.PostTags.POST_TAG;
import static dev.rowan.blog.Posts.POST;
import static dev.rowan.blog.Profiles.PROFILE;
import static dev.rowan.blog.Tags.TAG;
import static java.util.Map.entry;

import dev.rowan.schema.Association;
import dev.rowan.schema.Column;
import java.util.Map;
import java.util.Objects;

/** Whether an association leads from one row to another; said once more here, for the declaration is tested too. */
interface Link {
    Map<Association<?, ?, ?>, Link> ALL = Map.ofEntries(
            entry(AUTHOR.MENTOR, equal(AUTHOR.MENTOR_ID, AUTHOR.ID)),
            entry(AUTHOR.PUPILS, equal(AUTHOR.ID, AUTHOR.MENTOR_ID)),
            entry(AUTHOR.PROFILE, equal(AUTHOR.ID, PROFILE.AUTHOR_ID)),
            entry(AUTHOR.POSTS, equal(AUTHOR.ID, POST.AUTHOR_ID)),
            entry(AUTHOR.REVIEWED, equal(AUTHOR.ID, POST.REVIEWER_ID)),
            entry(AUTHOR.COMMENTS, equal(AUTHOR.ID, COMMENT.SUBJECT_ID).and(toOneThatSays("author"))),
            entry(PROFILE.AUTHOR, equal(PROFILE.AUTHOR_ID, AUTHOR.ID)),
            entry(POST.AUTHOR, equal(POST.AUTHOR_ID, AUTHOR.ID)),
            entry(POST.REVIEWER, equal(POST.REVIEWER_ID, AUTHOR.ID)),
            entry(POST.COMMENTS, equal(POST.ID, COMMENT.SUBJECT_ID).and(toOneThatSays("post"))),
            entry(POST.TAG_LINKS, equal(POST.ID, POST_TAG.POST_ID)),
            entry(POST.TAGS, between(POST.ID, POST_TAG.POST_ID, POST_TAG.TAG_ID, TAG.ID)),
            entry(POST.EDITIONS, equal(POST.ID, EDITION.POST_ID)),
            entry(POST.ERRATA, equal(POST.ID, ERRATUM.POST_ID)),
            entry(COMMENT.ON_POST, equal(COMMENT.SUBJECT_ID, POST.ID).and(fromOneThatSays("post"))),
            entry(COMMENT.ON_AUTHOR, equal(COMMENT.SUBJECT_ID, AUTHOR.ID).and(fromOneThatSays("author"))),
            entry(TAG.POSTS, between(TAG.ID, POST_TAG.TAG_ID, POST_TAG.POST_ID, POST.ID)),
            entry(TAG.LINK, equal(TAG.ID, POST_TAG.TAG_ID)),
            entry(POST_TAG.POST, equal(POST_TAG.POST_ID, POST.ID)),
            entry(POST_TAG.TAG, equal(POST_TAG.TAG_ID, TAG.ID)),
            entry(EDITION.POST, equal(EDITION.POST_ID, POST.ID)),
            entry(
                    EDITION.ERRATA,
                    equal(EDITION.POST_ID, ERRATUM.POST_ID).and(equal(EDITION.NUMBER, ERRATUM.EDITION_NUMBER))),
            entry(
                    ERRATUM.EDITION,
                    equal(ERRATUM.POST_ID, EDITION.POST_ID).and(equal(ERRATUM.EDITION_NUMBER, EDITION.NUMBER))));

    /** Whether it leads from a row to the other. */
    boolean leads(DataSet data, StoredRow from, StoredRow to);

    private Link and(Link other) {
        return (data, from, to) -> leads(data, from, to) && other.leads(data, from, to);
    }

    private static Link equal(Column<?, ?> left, Column<?, ?> right) {
        return (data, from, to) -> from.value(left) != null && Objects.equals(from.value(left), to.value(right));
    }

    private static Link between(Column<?, ?> owner, Column<?, ?> back, Column<?, ?> on, Column<?, ?> target) {
        Link first = equal(owner, back);
        Link second = equal(on, target);
        return (data, from, to) -> data.rows(POST_TAG).stream()
                .anyMatch(link -> first.leads(data, from, link) && second.leads(data, link, to));
    }

    private static Link fromOneThatSays(String subject) {
        return (data, from, to) -> subject.equals(from.value(COMMENT.SUBJECT));
    }

    private static Link toOneThatSays(String subject) {
        return (data, from, to) -> subject.equals(to.value(COMMENT.SUBJECT));
    }
}

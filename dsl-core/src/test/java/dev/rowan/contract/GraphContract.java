package dev.rowan.contract;

import static dev.rowan.blog.Authors.AUTHOR;
import static dev.rowan.blog.Comments.COMMENT;
import static dev.rowan.blog.Editions.EDITION;
import static dev.rowan.blog.Errata.ERRATUM;
import static dev.rowan.blog.PostTags.POST_TAG;
import static dev.rowan.blog.Posts.POST;
import static dev.rowan.blog.Profiles.PROFILE;
import static dev.rowan.blog.Tags.TAG;

import dev.rowan.schema.Table;
import java.util.List;

/** What every dialect must do with records that are connected in every way that there is. */
public abstract class GraphContract extends SharedDatabase
        implements AssociationContract,
                InsertLinkedContract,
                PathContract,
                StrategyContract,
                LaterLoadContract,
                DeepNamesContract {
    /** For subclasses. */
    protected GraphContract() {}

    @Override
    protected List<Table<?>> tables() {
        return List.of(AUTHOR, PROFILE, POST, COMMENT, TAG, POST_TAG, EDITION, ERRATUM);
    }
}

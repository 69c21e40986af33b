package dev.rowan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.rowan.error.RowanException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.execute.Database;
import dev.rowan.execute.StatementEvent;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A feature yields its one right result (or nearly, where the dialect says so), or is refused before anything is sent; and what a dialect says of it is true. */
interface FeatureContract extends OpenDatabase {
    @ParameterizedTest
    @EnumSource
    default void featureYieldsItsResultOrIsRefusedBeforeAnythingIsSent(Feature feature) {
        FeatureUse use = FeatureUse.of(feature);
        FeatureUse.insertRows(db());
        List<StatementEvent> sent = new ArrayList<>();

        Support support = db().dialect().support(feature);
        if (support == Support.APPROXIMATE) {
            assertThat(use.action().apply(db())).isNotEqualTo(use.result());
        } else if (support == Support.REFUSED) {
            assertThatThrownBy(() -> use.action().apply(recording(sent)))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining(db().dialect().toString())
                    .hasMessageContaining(feature.words())
                    .hasMessageContaining(feature.alternative());
            assertThat(sent).isEmpty();
        } else {
            assertThat(use.action().apply(db())).isEqualTo(use.result());
        }
    }

    @ParameterizedTest
    @EnumSource
    default void featureIsNativeJustWhereTheServerUnderstandsTheStandard(Feature feature) {
        assumeFalse(goesOnForEver(feature));
        FeatureUse use = FeatureUse.of(feature);
        FeatureUse.insertRows(db());
        Database standard = Database.of(dataSource(), new StandardDialect(db().dialect()));

        boolean understood;
        try {
            understood = Objects.equals(use.action().apply(standard), use.result());
        } catch (RowanException refusal) {
            understood = false;
        }

        assertThat(understood).isEqualTo(db().dialect().support(feature) == Support.NATIVE);
    }

    /** Whether the lack of the feature shows only by memory that runs out. */
    private boolean goesOnForEver(Feature feature) {
        return feature == Feature.RECURSIVE_UNION && db().dialect().support(feature) == Support.REFUSED;
    }
}

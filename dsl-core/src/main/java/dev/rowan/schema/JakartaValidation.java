package dev.rowan.schema;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.Iterator;

/**
 * Checks records by the annotations of Jakarta Validation on them and their components. The API is an optional dependency of Rowan; add
 * it with an implementation, such as Hibernate Validator, to use this. Immutable and thread-safe.
 *
 * <pre>{@code
 * record User(long id, @NotBlank String name, @Positive int age) {}
 *
 * Validator validator = Validation.buildDefaultValidatorFactory().getValidator();
 * Database db = Database.connect(url).withRecordCheck(JakartaValidation.by(validator));
 * db.insertAll(USER, users);                       // users.name at index 3 must not be blank (NotBlank); …; nothing was sent
 * }</pre>
 *
 * The rule of a violation is the simple name of its annotation. Annotations see what the record holds, before it is normalized; those of
 * components that are not written, such as generated keys and associations, are left out; one that looks into an association which is
 * not loaded fails as a {@code jakarta.validation.ValidationException}. Messages are shown, so they should not quote
 * the value, as <code>${validatedValue}</code> does.
 */
public final class JakartaValidation implements RecordCheck {
    private final Validator validator;
    private final Class<?>[] groups;

    private JakartaValidation(Validator validator, Class<?>[] groups) {
        this.validator = validator;
        this.groups = groups.clone();
    }

    /** Checks by a validator, which remains the caller's, and by the constraints of the default group or of the given ones. */
    @SuppressWarnings("exports") // whoever has a validator reads its module, and nobody else must
    public static RecordCheck by(Validator validator, Class<?>... groups) {
        return new JakartaValidation(validator, groups);
    }

    @Override
    public void check(Object record, Found found) {
        validator.validate(record, groups).stream()
                .sorted(Comparator.comparing(violation -> violation.getPropertyPath() + " " + rule(violation)))
                .forEach(violation -> tell(violation, found));
    }

    private static String rule(ConstraintViolation<?> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
    }

    private static void tell(ConstraintViolation<?> violation, Found found) {
        Iterator<Path.Node> path = violation.getPropertyPath().iterator();
        String first = path.hasNext() ? path.next().getName() : null;
        String within = path.hasNext() ? violation.getPropertyPath() + " " : ""; // of what a component holds
        found.add(
                first == null ? "" : first,
                rule(violation),
                within + violation.getMessage(),
                violation.getInvalidValue());
    }
}

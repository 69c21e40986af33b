package dev.rowan.row;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.type.SqlType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks a record against the shape of a result, and finds for each component where its value comes from. All that is
 * wrong is collected into one error that shows both sides.
 */
final class RecordPlan {
    private final Class<?> type;
    private final Shape shape;
    private final List<RowComponent> components;
    private final List<String> faults = new ArrayList<>();

    private RecordPlan(Class<?> type, Shape shape) {
        this.type = type;
        this.shape = shape;
        this.components = RowClasses.of(type, "to read rows into").components();
    }

    /** The parts of a record whose components are found by name. */
    static List<Part> byName(Class<?> type, Shape shape) {
        RecordPlan plan = new RecordPlan(type, shape);
        List<Part> parts = new ArrayList<>();
        for (RowComponent component : plan.components) {
            plan.find(component, parts);
        }
        plan.checkLeftOver(parts);
        plan.throwFaults();
        return parts;
    }

    /** The parts of a record whose components are taken in order, and must bear the names of their columns. */
    static List<Part> byPosition(Class<?> type, Shape shape) {
        RecordPlan plan = new RecordPlan(type, shape);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < plan.components.size(); i++) {
            plan.checkName(plan.components.get(i), shape.slots().get(i));
            parts.add(plan.column(plan.components.get(i), i));
        }
        plan.throwFaults();
        return parts;
    }

    private void find(RowComponent component, List<Part> parts) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < shape.slots().size(); i++) {
            if (Names.same(component.name(), shape.slots().get(i).name())) {
                columns.add(i);
            }
        }
        if (columns.size() == 1) {
            parts.add(column(component, columns.get(0)));
        } else if (columns.size() > 1) {
            faults.add(component + " is ambiguous, " + columns.size() + " columns have that name");
        } else {
            findAssociation(component, parts);
        }
    }

    private void findAssociation(RowComponent component, List<Part> parts) {
        for (int i = 0; i < shape.associations().size(); i++) {
            if (Names.same(component.name(), shape.associations().get(i).name())) {
                parts.add(association(component, i));
                return;
            }
        }
        if (component.hasDefault()) {
            parts.add(new Part.Default(component.type()));
        } else {
            faults.add(component + " has no column of that name");
        }
    }

    private Part column(RowComponent component, int index) {
        Slot slot = shape.slots().get(index);
        Class<?> componentType = component.type();
        boolean allowsNull = component.allowsNull();
        Class<?> elements = slot.type().elementClass();
        if (!holds(componentType, slot.type())) {
            faults.add(component + " expects " + componentType.getSimpleName() + ", but column " + slot + " holds "
                    + slot.type().javaType().getSimpleName());
        } else if (elements != null && !holdsRows(component, elements)) {
            faults.add(component + " expects a list of other elements than column " + slot + ", which holds "
                    + (slot.type().isDecoded() ? "a list of " : "an array of ") + elements.getSimpleName());
        } else if (slot.nullable() && !allowsNull) {
            faults.add(
                    component + " takes no null, but column " + slot + " can be NULL; make the component nullable, or "
                            + "declare the column notNull() if it is, or state it by notNull(expression)");
        }
        return new Part.Column(index, slot, componentType, !slot.nullable());
    }

    private Part association(RowComponent component, int index) {
        AssociationSlot slot = shape.associations().get(index);
        Class<?> componentType = component.type();
        String label = type.getSimpleName() + "." + slot.name();
        boolean holder = componentType == (slot.many() ? Many.class : One.class);
        boolean plain = componentType == (slot.many() ? List.class : slot.rowType());
        if (!holder && !plain) {
            faults.add(component + " cannot hold association " + slot);
        } else if (componentType != slot.rowType() && !holdsRows(component, slot.rowType())) {
            faults.add(component + " expects other records than association " + slot + " holds");
        } else if (plain && !slot.included()) {
            faults.add(component + " needs .include(…) of association " + slot + "; only "
                    + (slot.many() ? "Many" : "One") + " may stay unloaded");
        } else if (plain && slot.nullable() && !slot.many() && !component.allowsNull()) {
            faults.add(component + " takes no null, but association " + slot + " can lead to no record; use One, or "
                    + "make the component nullable");
        }
        return new Part.Association(index, slot, componentType, label);
    }

    /** A row that a lambda makes is of a class that only the compiler knew. */
    private static boolean holds(Class<?> componentType, SqlType<?> type) {
        return box(componentType).isAssignableFrom(type.javaType())
                || (type.isDecoded() && type.javaType() == Object.class);
    }

    private static boolean holdsRows(RowComponent component, Class<?> rowType) {
        return component.genericType() instanceof ParameterizedType holder
                && raw(holder.getActualTypeArguments()[0]).equals(rowType);
    }

    private static Type raw(Type type) {
        return type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
    }

    private void checkName(RowComponent component, Slot slot) {
        if (slot.name() == null) {
            faults.add(
                    component + " is fed by an expression without a name; name it by as(\"" + component.name() + "\")");
        } else if (!Names.same(component.name(), slot.name())) {
            faults.add(component + " stands where column " + slot + " is selected");
        }
    }

    private void checkLeftOver(List<Part> parts) {
        for (int i = 0; i < shape.slots().size(); i++) {
            Slot slot = shape.slots().get(i);
            int index = i;
            boolean used =
                    parts.stream().anyMatch(part -> part instanceof Part.Column column && column.index() == index);
            if (!used && components.stream().noneMatch(component -> Names.same(component.name(), slot.name()))) {
                faults.add("column " + slot + " has no component");
            }
        }
        for (AssociationSlot slot : shape.associations()) {
            if (slot.included()
                    && components.stream().noneMatch(component -> Names.same(component.name(), slot.name()))) {
                faults.add("association " + slot + " has no component");
            }
        }
    }

    private void throwFaults() {
        if (!faults.isEmpty()) {
            throw new InvalidQueryException("record " + type.getSimpleName() + " does not fit what is selected:\n  - "
                    + String.join("\n  - ", faults)
                    + "\n  record:  " + describeRecord()
                    + "\n  columns: " + join(shape.slots())
                    + (shape.associations().isEmpty() ? "" : "\n  associations: " + join(shape.associations())));
        }
    }

    private String describeRecord() {
        return components.stream()
                .map(c -> c.type().getSimpleName()
                        + (c.allowsNull() ? "? " : " ")
                        + c.name()
                        + (c.hasDefault() ? " = …" : ""))
                .collect(Collectors.joining(", ", type.getSimpleName() + "(", ")"));
    }

    private static String join(List<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static Class<?> box(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }
}

package dev.rowan.dsl.kotlin

import dev.rowan.row.RowClass
import dev.rowan.row.RowClassProvider
import java.lang.invoke.MethodHandles
import java.lang.invoke.MethodType
import java.lang.reflect.Constructor
import kotlin.jvm.internal.CallableReference
import kotlin.jvm.internal.ClassBasedDeclarationContainer
import kotlin.metadata.ClassKind
import kotlin.metadata.isData
import kotlin.metadata.jvm.KotlinClassMetadata
import kotlin.metadata.kind

/**
 * Has data classes hold rows as records do: their parameters are matched by name, and say by their types whether they
 * take null. Found by [java.util.ServiceLoader]; there is nothing to call.
 */
public class DataClasses : RowClassProvider {

    override fun describe(type: Class<*>, lookup: MethodHandles.Lookup): RowClass? {
        val described = type.getAnnotation(Metadata::class.java)?.let { KotlinClassMetadata.readLenient(it) }
        val found = (described as? KotlinClassMetadata.Class)?.kmClass ?: return null
        return if (found.kind == ClassKind.CLASS && found.isData) DataClass.of(type, found, lookup) else null
    }

    override fun referred(function: Any): Constructor<*>? {
        val reference = function as? CallableReference ?: return null
        val type = (reference.owner as? ClassBasedDeclarationContainer)?.jClass ?: return null
        return type.declaredConstructors.firstOrNull { reference.signature == "<init>" + descriptorOf(it) }
    }

    private fun descriptorOf(constructor: Constructor<*>): String =
        MethodType.methodType(Void.TYPE, constructor.parameterTypes).toMethodDescriptorString()
}

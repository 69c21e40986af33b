package dev.rowan.dsl.kotlin

data class Contact(val name: String, val email: String, val label: String = "customer")

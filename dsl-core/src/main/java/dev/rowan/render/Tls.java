package dev.rowan.render;

/**
 * How connections are encrypted, and how the server proves who it is: {@code PoolConfig.of(url).withTls(Tls.VERIFY_FULL)}. Whom to
 * trust is said as each driver has it, by {@code withDriverProperty}: {@code sslrootcert} of PostgreSQL, {@code
 * trustCertificateKeyStoreUrl} of MySQL, {@code serverSslCert} of MariaDB.
 */
public enum Tls {
    /** The certificate is of an authority that is trusted, and names the host that the URL names. */
    VERIFY_FULL,
    /** The certificate is of an authority that is trusted, whatever host it names. */
    VERIFY_CA,
    /** Encrypted, but any certificate will do: whoever stands between may read all. Logged as a warning. */
    INSECURE
}

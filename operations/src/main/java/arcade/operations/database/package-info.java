/**
 * The database: MariaDB unpacked from a jar, its settings, users and migrations.
 */
package arcade.operations.database;

<?php
// Configuration of the scratch WordPress. Which of the two it is comes from the environment: of nginx, or of a shell.
define( 'DB_NAME', $_SERVER['BENCH_THEME'] );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:{folder}/database.sock' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HOME', 'http://' . $_SERVER['HTTP_HOST'] );
define( 'WP_SITEURL', WP_HOME );
define( 'AUTH_KEY', '{secret}1' );
define( 'SECURE_AUTH_KEY', '{secret}2' );
define( 'LOGGED_IN_KEY', '{secret}3' );
define( 'NONCE_KEY', '{secret}4' );
define( 'AUTH_SALT', '{secret}5' );
define( 'SECURE_AUTH_SALT', '{secret}6' );
define( 'LOGGED_IN_SALT', '{secret}7' );
define( 'NONCE_SALT', '{secret}8' );
define( 'DISABLE_WP_CRON', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';

class ThinQApiException(val code: String, message: String) : Exception(message)

fun report(error: ThinQApiException) {
    when (error.code) {
        "1222" -> println("The device is offline.")
        "2201" -> println("The device did not follow.")
    }
}
